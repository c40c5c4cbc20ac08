/** Type for letters: the faces of a brand, their widths, and the text that is set in them. */
@NullMarked
package io.chancery.render.print.type;

import org.jspecify.annotations.NullMarked;
