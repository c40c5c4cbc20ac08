/**
 * Whether values can be meant: placeholders, mistyped domains, dates of birth that nobody has.
 */
@NullMarked
package io.chancery.customer.quality.plausibility;

import org.jspecify.annotations.NullMarked;
