package io.chancery.customer.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.vocabulary.Attribute;
import io.chancery.vocabulary.Ucid;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a source is told about one of its records.
 *
 * @param record the source's own id
 * @param version of the golden record
 * @param expected what the source's record was when this was found; if it has changed since, the source's word stands
 *     until it delivers it
 * @param values what is golden and differs from what the source has
 */
public record Difference(
        String source, String record, Ucid ucid, long version, Expected expected, Map<Attribute, Values> values) {

    /**
     * The state of the source's record.
     *
     * @param version how often it was delivered with something new
     * @param modified the source's own time-stamp, if it gives any
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Expected(int version, @Nullable Instant modified) {}

    /**
     * One value.
     *
     * @param from what the source has; null for nothing
     * @param to what is golden; null for nothing
     */
    public record Values(@Nullable String from, @Nullable String to) {}
}
