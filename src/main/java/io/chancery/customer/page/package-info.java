/**
 * All there is to know about one customer, as far as the reader may see it.
 */
@NullMarked
package io.chancery.customer.page;

import org.jspecify.annotations.NullMarked;
