/** Has checkpoints stamped by an authority outside the house (RFC 3161), which neither we nor a thief can make do so in hindsight. */
@NullMarked
package io.chancery.archive.stamp;

import org.jspecify.annotations.NullMarked;
