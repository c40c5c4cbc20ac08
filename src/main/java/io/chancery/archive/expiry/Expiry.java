package io.chancery.archive.expiry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.chancery.archive.retention.RetentionDuty.Duty;
import io.chancery.archive.retention.RetentionRule;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal to delete what is due, and what has become of it.
 *
 * @param rules as they were when it was proposed; what is deleted must be due by those of its own day, too
 * @param preview what would go; null while that is counted
 * @param decision of another person; null while there is none
 * @param outcome what was deleted, so far; null before it is approved
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Expiry(
        UUID id,
        Status status,
        By proposed,
        List<RetentionRule> rules,
        @Nullable Preview preview,
        @Nullable Decision decision,
        @Nullable Outcome outcome) {

    /** Where it stands. */
    enum Status {
        COUNTING,
        NOTHING_DUE,
        PROPOSED,
        REJECTED,
        DELETING,
        FINISHED;

        /** Whether something is still to be done about it. */
        boolean isOpen() {
            return this == COUNTING || this == PROPOSED || this == DELETING;
        }

        /** The wire form: lower case, with hyphens. */
        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Who, and when. */
    record By(String by, Instant at) {}

    /** @param reason empty if none was given */
    record Decision(boolean approved, String by, Instant at, String reason) {}

    /**
     * What would go.
     *
     * @param kept what would stay of what is older than the shortest period
     */
    record Preview(long due, List<Count> counts, Kept kept) {}

    /** How many of a kind. */
    record Count(String documentClass, int year, String channel, long count) {}

    /** Why something is kept. */
    record Kept(long notDue, long notFinal, long onHold) {

        Kept plus(List<Duty> kept) {
            long held =
                    kept.stream().filter(duty -> duty.over() && duty.isOnHold()).count();
            long open = kept.stream().filter(duty -> !duty.isFinal()).count();
            return new Kept(notDue + kept.size() - held - open, notFinal + open, onHold + held);
        }
    }

    /**
     * What was deleted.
     *
     * @param kept what was due when it was proposed, and was no more when its turn came
     * @param finishedAt null while it goes on
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outcome(long deleted, Kept kept, @Nullable Instant finishedAt) {}
}
