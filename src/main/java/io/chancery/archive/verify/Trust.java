package io.chancery.archive.verify;

import io.chancery.archive.log.time.TimeStamps;
import org.jspecify.annotations.Nullable;

/**
 * What whoever verifies believes beside the key.
 *
 * @param authorities whose time-stamps they believe; null for none
 * @param anchor checkpoints that they have kept themselves; null for none
 */
record Trust(@Nullable TimeStamps authorities, @Nullable AnchoredNotes anchor) {

    static final Trust KEY_ALONE = new Trust(null, null);
}
