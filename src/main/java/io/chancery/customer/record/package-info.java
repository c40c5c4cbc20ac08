/**
 * Keeps source records with all that follows from them: customers, links, contact points and the declarations they carry.
 */
@NullMarked
package io.chancery.customer.record;

import org.jspecify.annotations.NullMarked;
