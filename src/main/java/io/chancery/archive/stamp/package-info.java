/** Has checkpoints stamped by an authority outside the house (RFC 3161), which nobody can make do so in hindsight. */
@NullMarked
package io.chancery.archive.stamp;

import org.jspecify.annotations.NullMarked;
