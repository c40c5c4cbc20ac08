package io.chancery.dispatch.print.run.store;

import io.chancery.dispatch.print.piece.Group;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A batch on record.
 *
 * @param number in its print run
 * @param pieces how many there were at first
 */
public record StoredBatch(
        int run,
        int number,
        String name,
        boolean reprint,
        int pieces,
        Group.Kind kind,
        BatchState state,
        Progress progress) {

    /**
     * How its hand-over goes.
     *
     * @param attempts that have failed since somebody looked after it
     * @param problem why the last one failed
     * @param sha256 of the file
     * @param reference what the printer calls it
     */
    public record Progress(
            int attempts,
            @Nullable String problem,
            @Nullable String sha256,
            @Nullable Long bytes,
            @Nullable String reference,
            @Nullable Instant sentAt,
            @Nullable Instant acknowledgedAt) {}

    /** Whether it has been handed over, for all we know. */
    public boolean isWithPrinter() {
        return state == BatchState.SENT || state == BatchState.ACKNOWLEDGED;
    }
}
