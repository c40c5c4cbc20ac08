/**
 * Reads what was printed.
 */
@NullMarked
package io.chancery.render.print.words;

import org.jspecify.annotations.NullMarked;
