package io.chancery.archive.hold;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.vocabulary.Ucid;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hold, and whether it is still in force.
 *
 * @param release null while it is in force
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LegalHold(UUID id, On on, Act held, @Nullable Act release) {

    /**
     * What it is on: one of these.
     *
     * @param customer all that they got and will get, and copies of it to others
     * @param message all its deliveries
     * @param query what it found when the hold was made
     * @param deliveries how many it found; null unless it is by a query
     * @param beingPlaced true while more may be found: till then it is on all that has not been looked at; else null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record On(
            @Nullable Ucid customer,
            @Nullable UUID message,
            @Nullable String query,
            @Nullable Long deliveries,
            @Nullable Boolean beingPlaced) {}

    /** Who did it, when and why. */
    record Act(String by, Instant at, String reason) {}
}
