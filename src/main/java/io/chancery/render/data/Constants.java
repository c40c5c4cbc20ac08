package io.chancery.render.data;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes into a template what is the same in every message of a language: the brand's colours, names and words, which are half of
 * all that a layout asks for. Leaves alone whatever might mean something else.
 */
public final class Constants {

    private static final String BRAND = "brand";

    /** As {@code {#let words=brand.words.get(message.language)}}. */
    private static final Pattern BY_LANGUAGE =
            Pattern.compile("\\{#let (\\w+)=" + BRAND + "\\.([\\w.]+)\\.get\\(message\\.language\\)}");

    private static final Pattern ASKED = Pattern.compile("(?<!\\\\)\\{(\\w+)\\.([\\w.]+)}");

    /** Of the template language, or of HTML. */
    private static final String SIGNS = "{}|\\<>&\"'";

    private final Map<String, Map<?, ?>> known = new HashMap<>();

    private Constants() {}

    /** A source that renders to the same, every line where it was; columns move. */
    public static String written(String source, Map<String, Object> brand, String language) {
        var constants = new Constants();
        constants.know(BRAND, brand, source);
        BY_LANGUAGE
                .matcher(source)
                .results()
                .forEach(let -> constants.know(
                        let.group(1), field(field(brand, let.group(2)), language), source.replace(let.group(), "")));
        return ASKED.matcher(source).replaceAll(asked -> Matcher.quoteReplacement(constants.text(asked)));
    }

    /** Unless the name means something else somewhere, or is written about. */
    private void know(String name, @Nullable Object value, String source) {
        // Not \b, which takes the square of a tower of marks.
        var whole = "(?<!\\w)" + name;
        var elsewhere = Pattern.compile(whole + "\\s*=|" + whole + "\\s+in(?!\\w)|\\{\\|");
        if (value instanceof Map<?, ?> fields && !elsewhere.matcher(source).find()) {
            known.put(name, fields);
        }
    }

    private String text(MatchResult asked) {
        var value = field(known.get(asked.group(1)), asked.group(2));
        return value instanceof String text && isHarmless(text) ? text : asked.group();
    }

    private static @Nullable Object field(@Nullable Object value, String path) {
        for (var name : path.split("\\.")) {
            value = value instanceof Map<?, ?> fields ? fields.get(name) : null;
        }
        return value;
    }

    /** A line with nothing in it but sections is left out by the template language, so a blank is not harmless. */
    private static boolean isHarmless(String text) {
        return !text.isBlank() && text.chars().noneMatch(c -> c < ' ' || SIGNS.indexOf(c) >= 0);
    }
}
