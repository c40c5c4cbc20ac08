/**
 * How good a record is as a whole, and what is wrong with it.
 */
@NullMarked
package io.chancery.customer.quality.record;

import org.jspecify.annotations.NullMarked;
