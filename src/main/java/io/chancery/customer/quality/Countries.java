package io.chancery.customer.quality;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the ISO 3166-1 alpha-2 code for a country, given by code, car sign or German, English or own name. */
public final class Countries {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Map<String, String> CODES = codes();

    private Countries() {}

    public static Optional<String> find(String text) {
        return Optional.ofNullable(CODES.get(key(text)));
    }

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            var country = new Locale.Builder().setRegion(code).build();
            for (var name : new String[] {
                code,
                country.getISO3Country(),
                country.getDisplayCountry(Locale.GERMAN),
                country.getDisplayCountry(Locale.ENGLISH)
            }) {
                codes.put(key(name), code);
                codes.put(key(spelledOut(name)), code);
            }
        }
        codes.putAll(Map.of(
                "d", "DE", "brd", "DE", "allemagne", "DE", "germania", "DE", "bundesrepublik deutschland", "DE"));
        codes.putAll(Map.of("a", "AT", "autriche", "AT", "republik osterreich", "AT", "fl", "LI"));
        codes.putAll(Map.of(
                "suisse", "CH", "svizzera", "CH", "schweizerische eidgenossenschaft", "CH", "f", "FR", "i", "IT"));
        codes.putAll(
                Map.of("l", "LU", "b", "BE", "holland", "NL", "uk", "GB", "england", "GB", "grossbritannien", "GB"));
        codes.putAll(Map.of("usa", "US", "tschechische republik", "CZ", "czech republic", "CZ"));
        return Map.copyOf(codes);
    }

    private static String spelledOut(String name) {
        return name.replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("Ä", "Ae")
                .replace("Ö", "Oe")
                .replace("Ü", "Ue");
    }

    /** Lower case, without diacritics, so that «Österreich» and «OSTERREICH» meet. */
    private static String key(String name) {
        var decomposed = Normalizer.normalize(name.toLowerCase(Locale.ROOT).replace("ß", "ss"), Normalizer.Form.NFD);
        return MARKS.matcher(decomposed).replaceAll("");
    }
}
