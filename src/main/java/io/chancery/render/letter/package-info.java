/** What a letter is on its way to the reader: where its address shows, what stands above it, what lies behind it. */
@NullMarked
package io.chancery.render.letter;

import org.jspecify.annotations.NullMarked;
