/**
 * A pure engine: turns a source's own record into what Chancery knows about a customer, as the source's configuration says.
 */
@NullMarked
package io.chancery.customer.mapping;

import org.jspecify.annotations.NullMarked;
