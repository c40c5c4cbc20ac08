/** Legal holds: what must not expire, because somebody may still have to prove something by it. */
@NullMarked
package io.chancery.archive.hold;

import org.jspecify.annotations.NullMarked;
