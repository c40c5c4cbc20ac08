package io.chancery.customer.quality;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the ISO 639-1 code for a language, given by code, tag ({@code de-AT}) or German, English or own name. */
public final class Languages {

    private static final Map<String, String> CODES = codes();

    private Languages() {}

    public static Optional<String> find(String text) {
        var key = text.toLowerCase(Locale.ROOT).replace('_', '-');
        var known = CODES.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        int hyphen = key.indexOf('-');
        return hyphen == 2 ? Optional.ofNullable(CODES.get(key.substring(0, hyphen))) : Optional.empty();
    }

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        for (var code : Locale.getISOLanguages()) {
            var language = new Locale.Builder().setLanguage(code).build();
            codes.put(code, code);
            codes.put(language.getISO3Language(), code);
            codes.put(language.getDisplayLanguage(Locale.GERMAN).toLowerCase(Locale.ROOT), code);
            codes.put(language.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
            codes.put(language.getDisplayLanguage(language).toLowerCase(Locale.ROOT), code);
        }
        return Map.copyOf(codes);
    }
}
