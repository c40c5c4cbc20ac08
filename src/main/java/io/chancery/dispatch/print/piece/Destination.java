package io.chancery.dispatch.print.piece;

import java.util.Comparator;
import java.util.Locale;

/**
 * Where an envelope goes.
 *
 * @param country ISO 3166-1 alpha-2
 * @param line the whole address on one line
 */
public record Destination(String country, String postcode, String line) implements Comparable<Destination> {

    private static final Comparator<Destination> ORDER = Comparator.comparing(Destination::country)
            .thenComparing(Destination::postcode)
            .thenComparing(Destination::key);

    public Destination {
        if (!country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("Country is not ISO 3166-1 alpha-2");
        }
        if (line.isBlank()) {
            throw new IllegalArgumentException("Nothing can be posted without an address");
        }
        postcode = postcode.strip();
    }

    /** The same for addresses that differ in blanks or in capitals alone. */
    String key() {
        return country + ' ' + line.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(Destination other) {
        return ORDER.compare(this, other);
    }
}
