package io.chancery.customer;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.chancery.vocabulary.PersonName;
import io.chancery.vocabulary.Ucid;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one customer.
 *
 * @param lineage by attribute, if it was asked for
 * @param household other customers at the same address with the same family name
 * @param contactPoints wherever any record says that the customer can be reached
 * @param facets what other features know, each under its name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerPage(
        @JsonUnwrapped CustomerView customer,
        @JsonUnwrapped Standing standing,
        @Nullable Map<String, LineageEntry> lineage,
        List<HouseholdMember> household,
        List<ContactPoint> contactPoints,
        Map<String, Object> facets) {

    /**
     * How the golden record stands.
     *
     * @param mergedFrom the UCID that was asked for, if it is an alias now
     * @param aliases UCIDs that lead here
     * @param quality 0 to 100: how much of what a message may need is known
     * @param since when a value changed last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Standing(@Nullable Ucid mergedFrom, List<Ucid> aliases, int quality, Instant since) {}

    /**
     * Where a golden value comes from.
     *
     * @param source {@code steward} for what a person set
     * @param record the source's own id; for a steward's value the steward
     * @param since when it became the golden value
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LineageEntry(@Nullable String value, String source, String record, String rule, Instant since) {}

    /** Somebody who lives with the customer. */
    public record HouseholdMember(Ucid ucid, PersonName name) {}

    /**
     * A way to the customer, and whether it works.
     *
     * @param kind {@code postal}, {@code email}, {@code mobile} or {@code phone}
     * @param health {@code valid}, or {@code bounced} when a delivery came back
     * @param since when it came to be so
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ContactPoint(
            String kind,
            @Nullable String value,
            CustomerView.@Nullable Address address,
            String health,
            Instant since,
            String source,
            String record) {}

    /**
     * What one record says.
     *
     * @param trust in its source, 0 to 100
     * @param at when the source changed it last, else when it came
     * @param values by attribute, as far as the reader may see them
     * @param doubts by attribute, what keeps a value from counting in full: assumed, faulty or bounced
     */
    public record Said(
            String source,
            String record,
            int trust,
            Instant at,
            Map<String, String> values,
            Map<String, String> doubts) {}

    @Override
    @JsonAnyGetter
    public Map<String, Object> facets() {
        return facets;
    }
}
