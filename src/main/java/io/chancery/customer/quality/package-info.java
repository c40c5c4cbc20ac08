/**
 * Pure functions that bring what sources write into one form: text, names, countries, addresses and numbers.
 */
@NullMarked
package io.chancery.customer.quality;

import org.jspecify.annotations.NullMarked;
