package io.chancery.dispatch.print.run.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.dispatch.print.run.store.StoredBatch;
import io.chancery.dispatch.print.run.store.StoredBatch.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A print run as operators see it.
 *
 * @param cutOff until when its letters came
 * @param dataDeleted whether letters and pieces have been deleted, so that nothing can be printed again
 * @param batches not in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PrintRun")
record PrintRunView(
        int number,
        Instant cutOff,
        Instant createdAt,
        int letters,
        Pieces pieces,
        boolean dataDeleted,
        @Nullable List<BatchView> batches) {

    /**
     * How many envelopes are how far.
     *
     * @param states {@code open, mailed, returned, rejected, left-out}, without those that there are none of
     * @param overdue of the open ones, those that the printer should have spoken of by now
     * @param open the first of the open ones; not in lists
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PrintRunPieces")
    record Pieces(
            int total,
            Map<String, Integer> states,
            int overdue,
            @Nullable List<String> open) {}

    /**
     * One file for the printer.
     *
     * @param group what its pieces have in common
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PrintBatch")
    record BatchView(String name, boolean reprint, int pieces, String group, String state, Progress progress) {

        static BatchView of(StoredBatch batch) {
            return new BatchView(
                    batch.name(),
                    batch.reprint(),
                    batch.pieces(),
                    batch.kind().code(),
                    batch.state().code(),
                    batch.progress());
        }
    }
}
