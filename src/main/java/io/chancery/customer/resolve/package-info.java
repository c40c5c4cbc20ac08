/**
 * A pure engine: turns what is known about pairs of records into customers. Who belongs together, which customer goes on
 * under which id, which links must move, and what a steward is to be asked.
 */
@NullMarked
package io.chancery.customer.resolve;

import org.jspecify.annotations.NullMarked;
