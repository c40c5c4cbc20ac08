/** Stores once what the letters of a batch have in common: pictures, letterheads, resources, and the faces they have parts of. */
@NullMarked
package io.chancery.dispatch.print.stream.share;

import org.jspecify.annotations.NullMarked;
