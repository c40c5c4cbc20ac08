/**
 * What a customer allowed or forbade: declarations per channel and purpose, with their evidence.
 */
@NullMarked
package io.chancery.consent;

import org.jspecify.annotations.NullMarked;
