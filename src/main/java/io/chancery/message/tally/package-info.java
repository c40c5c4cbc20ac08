/** Counts what happens to deliveries as it is committed, so that nobody who wants to know has to. */
@NullMarked
package io.chancery.message.tally;

import org.jspecify.annotations.NullMarked;
