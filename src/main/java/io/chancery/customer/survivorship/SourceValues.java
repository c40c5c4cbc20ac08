package io.chancery.customer.survivorship;

import io.chancery.vocabulary.Attribute;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one record, or a steward, says about a customer.
 *
 * @param trust in the source, 0 to 100
 * @param at when the source changed the record last; when it came, if the source does not say
 * @param values never blank
 * @param standings of values that do not count in full; all others do
 */
public record SourceValues(
        Origin origin, int trust, Instant at, Map<Attribute, String> values, Map<Attribute, Standing> standings) {

    /** What keeps a value from counting in full. */
    public enum Standing {
        /** Nobody said it: it is what the source assumes when it knows nothing. */
        ASSUMED,
        /** There can be no such thing; of an address, no such place. */
        FAULTY,
        /** A delivery came back from there. */
        BOUNCED
    }

    @Nullable
    String get(Attribute attribute) {
        return values.get(attribute);
    }

    /** Empty if it says nothing. */
    String text(Attribute attribute) {
        return values.getOrDefault(attribute, "");
    }

    boolean is(Attribute attribute, Standing standing) {
        return standings.get(attribute) == standing;
    }
}
