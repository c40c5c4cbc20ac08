/** The test of a template against an earlier version of itself: all fixtures, all channels, old beside new. */
@NullMarked
package io.chancery.render.compare;

import org.jspecify.annotations.NullMarked;
