package io.chancery.customer.quality;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Salutations and gender codes of the sources, as {@code Frau} and {@code Herr}. */
public final class Salutations {

    private static final String FRAU = "Frau";
    private static final String HERR = "Herr";

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("frau", FRAU),
            Map.entry("fr", FRAU),
            Map.entry("mrs", FRAU),
            Map.entry("ms", FRAU),
            Map.entry("miss", FRAU),
            Map.entry("mme", FRAU),
            Map.entry("madame", FRAU),
            Map.entry("f", FRAU),
            Map.entry("w", FRAU),
            Map.entry("weiblich", FRAU),
            Map.entry("female", FRAU),
            Map.entry("herr", HERR),
            Map.entry("herrn", HERR),
            Map.entry("hr", HERR),
            Map.entry("mr", HERR),
            Map.entry("monsieur", HERR),
            Map.entry("m", HERR),
            Map.entry("männlich", HERR),
            Map.entry("male", HERR));

    private Salutations() {}

    /** Empty for everything that is neither: «Divers», «Familie», «Firma». */
    public static Optional<String> find(String text) {
        var key = text.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(KNOWN.get(key.endsWith(".") ? key.substring(0, key.length() - 1) : key));
    }
}
