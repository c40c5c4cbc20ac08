/** Attempts under way: which provider makes them, the threads that wait for its answer, and how much it is given at once. */
@NullMarked
package io.chancery.dispatch.handover;

import org.jspecify.annotations.NullMarked;
