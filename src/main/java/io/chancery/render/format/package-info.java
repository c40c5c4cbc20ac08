/** How values are written: figures, money and dates by locale, and which plain values a template may see at all. */
@NullMarked
package io.chancery.render.format;

import org.jspecify.annotations.NullMarked;
