/** Proves what is on record: that a row is in the log, and that the log has only grown. */
@NullMarked
package io.chancery.archive.proof;

import org.jspecify.annotations.NullMarked;
