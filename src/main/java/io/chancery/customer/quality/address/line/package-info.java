/** Addresses that stand in one field. */
@NullMarked
package io.chancery.customer.quality.address.line;

import org.jspecify.annotations.NullMarked;
