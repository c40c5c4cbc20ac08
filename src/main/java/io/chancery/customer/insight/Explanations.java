package io.chancery.customer.insight;

import io.chancery.customer.matching.PairScore;
import io.chancery.customer.matching.PairScore.Level;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Says in words what the engine found, in German or English. */
public final class Explanations {

    private static final double SAYS_SOMETHING = 0.5;

    private final ResourceBundle words;

    /** @param language ISO 639-1; every other than German is answered in English */
    public Explanations(String language) {
        var locale = language.equals("de") ? Locale.GERMAN : Locale.ENGLISH;
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        words = ResourceBundle.getBundle("io.chancery.customer.insight.explanations", locale, control);
    }

    /** In the language that the caller likes best, as of the header {@code Accept-Language}. */
    public static Explanations forCaller(String languages) {
        return new Explanations(languages.strip().toLowerCase(Locale.ROOT).startsWith("de") ? "de" : "en");
    }

    /** Of all attributes that both records have, the weightiest first. */
    public List<Explanation> of(PairScore score) {
        return score.levels().stream()
                .sorted((one, other) -> Double.compare(Math.abs(other.weight()), Math.abs(one.weight())))
                .map(level -> new Explanation(level.attribute(), level.level(), level.weight(), sentence(level)))
                .toList();
    }

    private String sentence(Level level) {
        return word("attribute." + level.attribute(), level.attribute()) + ": "
                + word("level." + level.level(), level.level()) + " ("
                + words.getString(direction(level.weight())) + ")";
    }

    private static String direction(double weight) {
        if (Math.abs(weight) < SAYS_SOMETHING) {
            return "neutral";
        }
        return weight > 0 ? "for" : "against";
    }

    private String word(String key, String otherwise) {
        return words.containsKey(key) ? words.getString(key) : otherwise;
    }
}
