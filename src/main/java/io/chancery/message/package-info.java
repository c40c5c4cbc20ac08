/**
 * The story of one message: intake, plan, composing, and what follows from the outcome of a delivery.
 */
@NullMarked
package io.chancery.message;

import org.jspecify.annotations.NullMarked;
