/**
 * Keeps the golden values of customers up to date with what their records, and stewards, say.
 */
@NullMarked
package io.chancery.customer.golden;

import org.jspecify.annotations.NullMarked;
