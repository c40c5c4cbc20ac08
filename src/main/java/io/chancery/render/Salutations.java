package io.chancery.render;

import io.chancery.vocabulary.PersonName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a letter greets its reader and how the envelope names them. Languages without an entry use English. */
final class Salutations {

    private static final Map<String, String> GERMAN = Map.of("Frau", "Sehr geehrte Frau", "Herr", "Sehr geehrter Herr");
    private static final Map<String, String> ENGLISH = Map.of("Frau", "Dear Ms", "Herr", "Dear Mr");

    private Salutations() {}

    /** Without a comma, because the Swiss write none. */
    static String greeting(PersonName name, String language) {
        return language.equals("de")
                ? greeting(name, GERMAN.get(name.salutation()), "Guten Tag", "Guten Tag")
                : greeting(name, english(name), "Dear", "Hello");
    }

    private static String greeting(PersonName name, @Nullable String formal, String plain, String nameless) {
        if (formal != null && !name.family().isBlank()) {
            return joined(formal, name.title(), name.family());
        }
        return name.full().isBlank() ? nameless : joined(plain, "", name.full());
    }

    /** In English an academic title takes the place of Ms and Mr. */
    private static @Nullable String english(PersonName name) {
        var formal = ENGLISH.get(name.salutation());
        return formal == null || name.title().isBlank() ? formal : "Dear";
    }

    /** The line above the name in a German address; {@code Herr} stands in the accusative, but not in Switzerland. */
    static String onEnvelope(PersonName name, boolean swiss) {
        return name.salutation().equals("Herr") && !swiss ? "Herrn" : name.salutation();
    }

    private static String joined(String first, String title, String last) {
        return first + " " + (title.isBlank() ? "" : title + " ") + last;
    }
}
