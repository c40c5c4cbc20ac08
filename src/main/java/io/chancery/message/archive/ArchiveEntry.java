package io.chancery.message.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.chancery.archive.ArchiveSearch.Kept;
import io.chancery.archive.ArchiveSearch.Retention;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one delivery.
 *
 * @param retention how long it is kept, and whether it is on hold
 * @param documents what was sent, and what its link led to; their content is missing once the customer was erased
 * @param events what happened to it, oldest first
 * @param attempts each hand-over to a provider, in its own words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ArchiveEntry(
        @JsonUnwrapped ArchiveItem delivery,
        @Nullable Retention retention,
        List<Kept> documents,
        List<Happening> events,
        List<Attempt> attempts) {

    /**
     * One event.
     *
     * @param why the reason as a sentence
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Happening(
            UUID id,
            Instant at,
            EventKind kind,
            int attempt,
            @Nullable Reason reason,
            @Nullable String why,
            Map<String, String> detail) {}

    /**
     * A hand-over that has ended.
     *
     * @param providerId what the provider calls it
     * @param code what the provider said, in its own words like the text; missing once the customer was erased
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Attempt(
            int number,
            String provider,
            Instant startedAt,
            Instant finishedAt,
            String outcome,
            String providerId,
            @Nullable String code,
            @Nullable String text) {

        Attempt withoutWords() {
            return new Attempt(number, provider, startedAt, finishedAt, outcome, providerId, null, null);
        }
    }
}
