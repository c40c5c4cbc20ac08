/**
 * One page for all there is to know and to do about a customer, and the way to find it.
 */
@NullMarked
package io.chancery.web.customer;

import org.jspecify.annotations.NullMarked;
