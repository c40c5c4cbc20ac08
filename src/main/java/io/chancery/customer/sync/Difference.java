package io.chancery.customer.sync;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.customer.sync.FactTable.Kept;
import io.chancery.vocabulary.Attribute;
import io.chancery.vocabulary.Ucid;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a source is told about one of its records: golden values that differ from its own, and what happened.
 *
 * @param record the source's own id
 * @param version of the golden record
 * @param expected what the source's record was when this was found; if it has changed since, the source's word stands
 *     until it delivers it
 * @param values what is golden and differs from what the source has
 * @param facts what happened to the customer or the contact points of the record, oldest first
 */
record Difference(
        String source,
        String record,
        Ucid ucid,
        long version,
        Expected expected,
        Map<Attribute, Values> values,
        List<Kept> facts) {

    /** The same, with these facts. */
    Difference with(List<Kept> others) {
        return new Difference(source, record, ucid, version, expected, values, others);
    }

    /** Whether there is anything to tell. */
    @JsonIgnore
    boolean isNews() {
        return !values.isEmpty() || !facts.isEmpty();
    }

    /**
     * The state of the source's record.
     *
     * @param version how often it was delivered with something new
     * @param modified the source's own time-stamp, if it gives any
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Expected(int version, @Nullable Instant modified) {}

    /**
     * One value.
     *
     * @param from what the source has; null for nothing
     * @param to what is golden; null for nothing
     */
    record Values(@Nullable String from, @Nullable String to) {}
}
