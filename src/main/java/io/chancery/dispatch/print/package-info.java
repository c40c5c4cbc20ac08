/** Hands letters over as files: for a print room, a print provider's transfer program, or a person to look at. */
@NullMarked
package io.chancery.dispatch.print;

import org.jspecify.annotations.NullMarked;
