/**
 * PDFs of a brand that lie behind a letter: checked when they come, so that the letter stays one that can be archived and listened to, and
 * bound to it.
 */
@NullMarked
package io.chancery.render.print.enclosure;

import org.jspecify.annotations.NullMarked;
