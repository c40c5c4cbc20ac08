package io.chancery.customer.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.chancery.customer.record.Outcome;

/**
 * What became of the records of a file; each is counted once.
 *
 * @param outdated older than what the source had said before, by its own time
 * @param failed lines of which nothing was taken
 * @param dropped single values that could not be used, of records that were taken
 */
@JsonPropertyOrder("read")
public record Counts(
        long created, long updated, long unchanged, long outdated, long deleted, long failed, long dropped) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

    static final Counts FAILED = new Counts(0, 0, 0, 0, 0, 1, 0);

    static Counts of(Outcome outcome, long dropped) {
        return new Counts(
                outcome == Outcome.CREATED ? 1 : 0,
                outcome == Outcome.UPDATED ? 1 : 0,
                outcome == Outcome.UNCHANGED ? 1 : 0,
                outcome == Outcome.OUTDATED ? 1 : 0,
                outcome == Outcome.DELETED ? 1 : 0,
                0,
                dropped);
    }

    /** Records, good or refused. */
    @JsonProperty
    public long read() {
        return created + updated + unchanged + outdated + deleted + failed;
    }

    Counts plus(Counts more) {
        return new Counts(
                created + more.created,
                updated + more.updated,
                unchanged + more.unchanged,
                outdated + more.outdated,
                deleted + more.deleted,
                failed + more.failed,
                dropped + more.dropped);
    }
}
