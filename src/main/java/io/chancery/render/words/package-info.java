/**
 * Reads what was rendered: the words of mails and pages, as whoever gets them sees them.
 */
@NullMarked
package io.chancery.render.words;

import org.jspecify.annotations.NullMarked;
