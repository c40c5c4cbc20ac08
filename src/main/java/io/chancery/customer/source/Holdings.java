package io.chancery.customer.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a source has brought: how much, how complete, how fresh, how good.
 *
 * @param customers behind its records
 * @param filled the share of records that have a value, by attribute
 * @param quality average of its records, 0 to 100; missing until they were looked at
 * @param asOf when this was counted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Holdings(
        long records,
        long customers,
        Map<String, Double> filled,
        Freshness fresh,
        @Nullable Double quality,
        Instant asOf) {

    /**
     * When the source changed its records, by its own word, and when it last brought one.
     *
     * @param median half of the records are older
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Freshness(
            @Nullable Instant newest,
            @Nullable Instant median,
            @Nullable Instant received) {}

    /** The import that came last, and how it stood. */
    record LastImport(UUID id, String status, Instant received) {}
}
