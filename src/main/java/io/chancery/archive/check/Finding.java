package io.chancery.archive.check;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Something that is not as it was sealed.
 *
 * @param subject which row, seal, node or checkpoint
 * @param words for those who have to explain it
 */
public record Finding(Code code, String subject, String words) {

    /** What is wrong. */
    public enum Code {
        /** A sealed row is gone, and no deletion is on record. */
        ROW_MISSING,
        /** A row does not hold what was sealed, or not what its commitment binds it to. */
        ROW_CHANGED,
        /** The deletion of a row is on record, and the row is there. */
        ROW_NOT_DELETED,
        /** A row stands among sealed ones and was not sealed with them, or nobody with the key has written it. */
        ROW_INSERTED,
        /** A seal is gone, or does not follow the one before. */
        SEAL_BROKEN,
        /** A hash of the tree is not that of its leaves. */
        NODE_CHANGED,
        /** A checkpoint is gone, changed, not signed by our key, or signed for another tree. */
        CHECKPOINT_BROKEN,
        /** A time-stamp is gone, changed, or not of an authority that is trusted. */
        TIME_STAMP_WRONG;

        /** The wire form: lower case, with hyphens. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
