/** Seals what was archived: rows become leaves of the log, in batches off the path of messages, and checkpoints are signed. */
@NullMarked
package io.chancery.archive.seal;

import org.jspecify.annotations.NullMarked;
