/**
 * The register of customers: which record belongs to whom. Settles it after every change, so that the order in which
 * records came does not matter.
 */
@NullMarked
package io.chancery.customer.registry;

import org.jspecify.annotations.NullMarked;
