/**
 * The words of what was sent, read from the archive behind the work that fills it, so that nothing waits for it.
 */
@NullMarked
package io.chancery.archive.search;

import org.jspecify.annotations.NullMarked;
