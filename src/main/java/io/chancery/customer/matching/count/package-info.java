/**
 * A pure engine: counts of hashed values, in primitive arrays, because there are millions of them and none is needed by name.
 */
@NullMarked
package io.chancery.customer.matching.count;

import org.jspecify.annotations.NullMarked;
