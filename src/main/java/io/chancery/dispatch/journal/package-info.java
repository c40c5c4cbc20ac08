/**
 * The local memory of hand-overs between the point of no return and the commit that records their outcome: what makes a
 * kill leave no unmarked repeat.
 */
@NullMarked
package io.chancery.dispatch.journal;

import org.jspecify.annotations.NullMarked;
