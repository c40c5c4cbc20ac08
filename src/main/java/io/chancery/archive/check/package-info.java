/** Finds out whether the archive is what it was: reads rows, leaves, nodes and checkpoints again and compares them. */
@NullMarked
package io.chancery.archive.check;

import org.jspecify.annotations.NullMarked;
