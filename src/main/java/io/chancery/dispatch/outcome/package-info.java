/** What the outcome of an attempt means for its delivery: done, again, later, or never. Pure. */
@NullMarked
package io.chancery.dispatch.outcome;

import org.jspecify.annotations.NullMarked;
