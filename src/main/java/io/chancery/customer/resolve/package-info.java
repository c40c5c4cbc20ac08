/**
 * Decides, after every change, which records belong to one customer: finds what may match, keeps how alike it is, and
 * moves links, so that the order in which records came does not matter.
 */
@NullMarked
package io.chancery.customer.resolve;

import org.jspecify.annotations.NullMarked;
