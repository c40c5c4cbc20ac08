/** What goes into which envelope, and in which order envelopes are printed: pure functions on the letters of one print run. */
@NullMarked
package io.chancery.dispatch.print.piece;

import org.jspecify.annotations.NullMarked;
