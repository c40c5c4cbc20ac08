/**
 * By what a customer is found: pure functions from values to keys, and from what people type to a query for them.
 */
@NullMarked
package io.chancery.customer.search;

import org.jspecify.annotations.NullMarked;
