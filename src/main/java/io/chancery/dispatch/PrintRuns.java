package io.chancery.dispatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Print runs: looked at, made, and printed once more. What is wrong with a call is a {@link io.chancery.platform.ProblemException}. */
public interface PrintRuns {

    /**
     * A print run as operators see it.
     *
     * @param cutOff until when its letters came
     * @param dataDeleted whether letters and pieces have been deleted, so that nothing can be printed again
     * @param batches not in lists
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PrintRun")
    record View(
            int number,
            Instant cutOff,
            Instant createdAt,
            int letters,
            Pieces pieces,
            boolean dataDeleted,
            @Nullable List<Batch> batches) {}

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
            @Nullable List<String> open) {

        /** How many are in a state. */
        public int of(String state) {
            return states.getOrDefault(state, 0);
        }
    }

    /**
     * One file for the printer.
     *
     * @param group what its pieces have in common
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PrintBatch")
    record Batch(String name, boolean reprint, int pieces, String group, String state, Progress progress) {

        /** Whether somebody can hand it over once more. */
        public boolean isHeld() {
            return state.equals("held");
        }
    }

    /**
     * How the hand-over of a batch goes.
     *
     * @param attempts that have failed since somebody looked after it
     * @param problem why the last one failed
     * @param sha256 of the file
     * @param reference what the printer calls it
     */
    record Progress(
            int attempts,
            @Nullable String problem,
            @Nullable String sha256,
            @Nullable Long bytes,
            @Nullable String reference,
            @Nullable Instant sentAt,
            @Nullable Instant acknowledgedAt) {}

    /**
     * A row of a printer's file that says nothing.
     *
     * @param line from 1; null where the row speaks of a piece that we do not know
     */
    record ResponseFault(String file, @Nullable Long line, String problem, Instant at) {}

    /** Whether letters are gathered into print runs at all, or handed over singly. */
    boolean isActive();

    /** Newest first, those with smaller numbers. */
    List<View> list(long before, int limit);

    View get(int number);

    /** What could not be understood of the printer's files, newest first. */
    List<ResponseFault> faults(int limit);

    /** Closes the pool now and makes a print run of what is in it. */
    View make();

    /**
     * Prints pieces once more.
     *
     * @param order as {@code POST /print-runs/{number}/reprint} takes it
     * @return the names of the batches that were added
     */
    List<String> reprint(int number, JsonNode order);

    /** Hands a batch over once more that is held. */
    void retry(int number, String batch);
}
