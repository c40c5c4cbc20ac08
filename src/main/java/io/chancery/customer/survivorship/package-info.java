/**
 * Whose value wins: golden values from what all records of a customer say. Pure functions, without database and clock.
 */
@NullMarked
package io.chancery.customer.survivorship;

import org.jspecify.annotations.NullMarked;
