/**
 * A pure engine: on which level two records agree, attribute by attribute, and how rare the values are that they share.
 */
@NullMarked
package io.chancery.customer.matching.compare;

import org.jspecify.annotations.NullMarked;
