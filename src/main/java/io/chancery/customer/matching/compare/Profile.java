package io.chancery.customer.matching.compare;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folded values of a record's traits. Immutable. */
public final class Profile {

    private static final Trait[] TRAITS = Trait.values();
    private static final char SEPARATOR = '|';

    private final String[] values;

    private Profile(String[] values) {
        this.values = values;
    }

    /** What is missing or empty the record does not say. */
    public static Profile of(Map<Trait, String> values) {
        return new Profile(Stream.of(TRAITS)
                .map(trait -> values.getOrDefault(trait, "").replace(SEPARATOR, '!'))
                .toArray(String[]::new));
    }

    public static Profile parse(String text) {
        var values = new String[TRAITS.length];
        int from = 0;
        for (int i = 0; i < TRAITS.length; i++) {
            int end = from > text.length() ? -1 : text.indexOf(SEPARATOR, from);
            int to = end < 0 ? text.length() : end;
            values[i] = from >= to ? "" : text.substring(from, to);
            from = to + 1;
        }
        return new Profile(values);
    }

    /** One line that {@link #parse} reads; equal profiles have equal texts. */
    public String text() {
        int size = TRAITS.length;
        while (size > 1 && values[size - 1].isEmpty()) {
            size--;
        }
        return Stream.of(values).limit(size).collect(Collectors.joining(String.valueOf(SEPARATOR)));
    }

    /** Empty when the record does not say. */
    public String get(Trait trait) {
        return values[trait.ordinal()];
    }

    public boolean has(Trait trait) {
        return !values[trait.ordinal()].isEmpty();
    }
}
