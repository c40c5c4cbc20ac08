package io.chancery.customer.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.customer.golden.ManualValues;
import io.chancery.vocabulary.Ucid;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is kept about one person, for the person (GDPR Art. 15).
 *
 * @param customer the page with lineage and what other features know
 * @param records as the sources wrote them
 * @param manualValues what people set by hand
 * @param linkHistory which record came to the customer, or left it, when and why
 */
public record GdprExport(
        Instant at,
        CustomerPage customer,
        List<RawRecord> records,
        List<ManualValues.Kept> manualValues,
        List<Move> linkHistory) {

    /** A record as its source wrote it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RawRecord(
            String source,
            String record,
            JsonNode raw,
            @Nullable Instant modified,
            Instant received) {}

    /** A record that moved between customers. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Move(
            String source,
            String record,
            @Nullable Ucid from,
            @Nullable Ucid to,
            String rule,
            String origin,
            Instant at) {}
}
