/**
 * The words of what was sent, and the name of where it went, in the one form in which they are kept and looked for.
 */
@NullMarked
package io.chancery.vocabulary.words;

import org.jspecify.annotations.NullMarked;
