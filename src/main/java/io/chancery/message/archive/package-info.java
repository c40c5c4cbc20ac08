/**
 * The archive for people: every delivery that there ever was, found by who got it, what it was, what became of it, and
 * what it said; and all that is known of one.
 */
@NullMarked
package io.chancery.message.archive;

import org.jspecify.annotations.NullMarked;
