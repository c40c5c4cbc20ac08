/** The story of a delivery as spans of the trace that its caller began. */
@NullMarked
package io.chancery.message.trace;

import org.jspecify.annotations.NullMarked;
