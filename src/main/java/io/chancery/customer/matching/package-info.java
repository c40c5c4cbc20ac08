/**
 * A pure engine: decides which records are about one customer. It knows records and weights; it keeps nothing.
 */
@NullMarked
package io.chancery.customer.matching;

import org.jspecify.annotations.NullMarked;
