package io.chancery.customer.survivorship;

import static io.chancery.vocabulary.Attribute.BIRTH_DATE;
import static io.chancery.vocabulary.Attribute.EMAIL;
import static io.chancery.vocabulary.Attribute.FAMILY_NAME;
import static io.chancery.vocabulary.Attribute.GIVEN_NAME;
import static io.chancery.vocabulary.Attribute.LANGUAGE;
import static io.chancery.vocabulary.Attribute.MOBILE;
import static io.chancery.vocabulary.Attribute.PHONE;
import static io.chancery.vocabulary.Attribute.PREFERRED_CHANNEL;
import static io.chancery.vocabulary.Attribute.SALUTATION;
import static io.chancery.vocabulary.Attribute.STREET;
import static io.chancery.vocabulary.Attribute.TITLE;

import io.chancery.vocabulary.Attribute;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * By what each attribute is decided. The rule of {@code STREET} is that of the whole address.
 */
public record Rules(Map<Attribute, Rule> rules) {

    /**
     * The rule of one attribute.
     *
     * @param halfLife after which a record's voice weighs half as much as the newest one's
     */
    public record Rule(Strategy strategy, Duration halfLife) {}

    private static final Duration YEARS = Duration.ofDays(1_095);
    private static final Duration YEAR = Duration.ofDays(240);

    /** What proved best on data whose truth is known: names by frequency, places by the newest, numbers by trust that fades. */
    public static final Rules SHIPPED = new Rules(Map.ofEntries(
            Map.entry(SALUTATION, new Rule(Strategy.MOST_FREQUENT, YEARS)),
            Map.entry(TITLE, new Rule(Strategy.SOURCE_ORDER, YEARS)),
            Map.entry(GIVEN_NAME, new Rule(Strategy.MOST_FREQUENT, YEARS)),
            Map.entry(FAMILY_NAME, new Rule(Strategy.MOST_FREQUENT, YEARS)),
            Map.entry(BIRTH_DATE, new Rule(Strategy.MOST_FREQUENT, YEARS)),
            Map.entry(LANGUAGE, new Rule(Strategy.SOURCE_ORDER, YEARS)),
            Map.entry(PREFERRED_CHANNEL, new Rule(Strategy.MOST_RECENT, YEAR)),
            Map.entry(STREET, new Rule(Strategy.MOST_RECENT, YEAR)),
            Map.entry(EMAIL, new Rule(Strategy.MOST_FREQUENT, YEARS)),
            Map.entry(MOBILE, new Rule(Strategy.TRUST_FRESHNESS, YEARS)),
            Map.entry(PHONE, new Rule(Strategy.TRUST_FRESHNESS, YEARS))));

    public Rules {
        rules = Map.copyOf(new EnumMap<>(rules));
    }

    /** The same, but for these. */
    public Rules with(Map<Attribute, Rule> others) {
        var all = new EnumMap<>(rules);
        all.putAll(others);
        return new Rules(all);
    }

    Rule of(Attribute attribute) {
        return Objects.requireNonNull(rules.get(attribute), "An attribute without a rule");
    }
}
