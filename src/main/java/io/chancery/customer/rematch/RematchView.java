package io.chancery.customer.rematch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One time at which everything is looked at again.
 *
 * @param preview whether it changes nothing, and only tells what would change
 * @param learn whether the weights are learnt anew from all records
 * @param status waiting, running, finished or failed
 * @param report what changed, or would; of a failed one, why; null until then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RematchView(
        UUID id,
        boolean preview,
        boolean learn,
        String status,
        String askedBy,
        Instant askedAt,
        @Nullable Instant finishedAt,
        @Nullable JsonNode report) {}
