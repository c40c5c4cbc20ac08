package io.chancery.dispatch.print.manifest;

import io.chancery.dispatch.print.piece.PieceId;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a printer says about one piece.
 *
 * @param reason why it came back; null unless it did
 * @param note the printer's own words for the reason, which can name people; empty for none
 */
public record Response(
        PieceId piece, Status status, Instant at, @Nullable Reason reason, String note) {

    /** What has happened to the piece. */
    public enum Status {
        MAILED,
        RETURNED,
        REJECTED;

        /** What response files call it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why a piece came back. */
    public enum Reason {
        UNKNOWN_ADDRESS,
        MOVED,
        REFUSED,
        DECEASED,
        DAMAGED,
        OTHER;

        /** What response files call it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static final Map<String, Reason> BY_CODE = Map.of(
                UNKNOWN_ADDRESS.code(), UNKNOWN_ADDRESS,
                MOVED.code(), MOVED,
                REFUSED.code(), REFUSED,
                DECEASED.code(), DECEASED,
                DAMAGED.code(), DAMAGED);

        /** What nobody has a code for is another reason, whatever the printer calls it. */
        static Reason of(String code) {
            return BY_CODE.getOrDefault(code.toLowerCase(Locale.ROOT), OTHER);
        }
    }
}
