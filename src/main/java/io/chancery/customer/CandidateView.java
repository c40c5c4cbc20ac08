package io.chancery.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.customer.insight.Explanation;
import io.chancery.vocabulary.Ucid;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two records of which a person is to say whether they are one customer's.
 *
 * @param kind above (joined, but only just), below (not joined, but nearly), margin (about equally near to several),
 *     duplicate (alike, but something speaks against it), update (a change took it away)
 * @param version to be named in the decision, so that nobody decides about what has changed since
 * @param probability by which they are one customer's, of all that the engine knows
 * @param levels what speaks for it and what against, in bits
 */
public record CandidateView(
        UUID id,
        String kind,
        String version,
        double probability,
        Instant openedAt,
        Side a,
        Side b,
        List<Explanation> levels) {

    /**
     * One of the two records, as its source has it.
     *
     * @param customer whose it is today
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Side(
            String source,
            String record,
            Ucid customer,
            String name,
            @Nullable String birthDate,
            List<String> reach) {}
}
