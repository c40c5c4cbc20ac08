/** The place of a request in its caller's trace (W3C Trace Context), whether or not spans are exported. */
@NullMarked
package io.chancery.platform.trace;

import org.jspecify.annotations.NullMarked;
