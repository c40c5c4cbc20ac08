package io.chancery.customer.survivorship;

import io.chancery.vocabulary.Attribute;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes golden values. Destroys nothing: the same records always give the same values. */
public final class Survivorship {

    /** More records than this say nothing new about one person. */
    private static final int MOST_RECORDS = 60;

    private static final Set<Attribute> SINGLE = EnumSet.complementOf(
            EnumSet.of(Attribute.UCID, Attribute.STREET, Attribute.POSTCODE, Attribute.CITY, Attribute.COUNTRY));

    private static final Comparator<SourceValues> NEWEST_FIRST = Comparator.comparing(SourceValues::at)
            .reversed()
            .thenComparing(values -> values.origin().source())
            .thenComparing(values -> values.origin().externalId());

    private final Rules rules;

    public Survivorship(Rules rules) {
        this.rules = rules;
    }

    /**
     * The golden values of one customer.
     *
     * @param sources all that is said about the customer, in any order
     * @param previous what was golden before; decides nothing, but how long a value has been golden
     */
    public Map<Attribute, GoldenValue> golden(
            List<SourceValues> sources, Map<Attribute, GoldenValue> previous, Instant now) {
        var considered =
                sources.stream().sorted(NEWEST_FIRST).limit(MOST_RECORDS).toList();
        var choice = new Choice(NameOrder.corrected(considered), rules);
        var golden = new EnumMap<Attribute, GoldenValue>(Attribute.class);
        for (var attribute : SINGLE) {
            choice.single(attribute).ifPresent(won -> put(golden, attribute, won, now));
        }
        choice.address().ifPresent(won -> Attribute.ADDRESS.forEach(part -> put(golden, part, won, now)));
        golden.replaceAll((attribute, value) -> dated(value, previous.get(attribute)));
        return golden;
    }

    private static void put(Map<Attribute, GoldenValue> golden, Attribute attribute, Choice.Won won, Instant now) {
        var value = won.from().get(attribute);
        if (value != null) {
            golden.put(attribute, new GoldenValue(value, won.from().origin(), won.rule(), now));
        }
    }

    private static GoldenValue dated(GoldenValue value, @Nullable GoldenValue before) {
        return before == null || !before.value().equals(value.value())
                ? value
                : new GoldenValue(value.value(), value.origin(), value.rule(), before.since());
    }
}
