package io.chancery.render.words;

import io.chancery.vocabulary.PersonName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a letter greets its reader and how the envelope names them. Languages without an entry use English. */
public final class Salutations {

    private static final Map<String, Wording> WORDINGS = Map.of(
            "de", new Wording("Sehr geehrte Frau", "Sehr geehrter Herr", "Guten Tag", "Guten Tag"),
            "fr", new Wording("Madame", "Monsieur", "Bonjour", "Madame, Monsieur"),
            "it", new Wording("Gentile signora", "Egregio signor", "Buongiorno", "Gentile cliente"));

    private static final Wording ENGLISH = new Wording("Dear Ms", "Dear Mr", "Dear", "Hello");

    private Salutations() {}

    /**
     * The words of one language.
     *
     * @param plain before a full name
     * @param nameless for somebody whose name nobody knows
     */
    private record Wording(String woman, String man, String plain, String nameless) {

        @Nullable
        String formal(PersonName name) {
            return switch (name.salutation()) {
                case "Frau" -> woman;
                case "Herr" -> man;
                default -> null;
            };
        }
    }

    /** Without a comma, because the Swiss write none. */
    public static String greeting(PersonName name, String language) {
        var wording = WORDINGS.get(language);
        return wording == null
                ? greeting(name, english(name), ENGLISH.plain(), ENGLISH.nameless())
                : greeting(name, wording.formal(name), wording.plain(), wording.nameless());
    }

    private static String greeting(PersonName name, @Nullable String formal, String plain, String nameless) {
        if (formal != null && !name.family().isBlank()) {
            return joined(formal, name.title(), name.family());
        }
        return name.full().isBlank() ? nameless : joined(plain, "", name.full());
    }

    /** In English an academic title takes the place of Ms and Mr. */
    private static @Nullable String english(PersonName name) {
        var formal = ENGLISH.formal(name);
        return formal == null || name.title().isBlank() ? formal : "Dear";
    }

    /** The line above the name in a German address; {@code Herr} stands in the accusative, but not in Switzerland. */
    public static String onEnvelope(PersonName name, boolean swiss) {
        return name.salutation().equals("Herr") && !swiss ? "Herrn" : name.salutation();
    }

    private static String joined(String first, String title, String last) {
        return first + " " + (title.isBlank() ? "" : title + " ") + last;
    }
}
