package io.chancery.render.difference.text;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a regular expression of the way a date is written, such as {@code dd.MM.yyyy} or {@code d. MMMM yyyy}; letters mean
 * what they mean to {@link java.time.format.DateTimeFormatter}.
 */
final class DateMask {

    private static final String ISO = "yyyy-MM-dd";
    private static final Pattern PIECE = Pattern.compile("'([^']*)'|([A-Za-z])\\2*|\\s+|.");
    private static final String NAME = "\\p{L}+\\.?";

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("d", "\\d{1,2}"),
            Map.entry("dd", "\\d{2}"),
            Map.entry("M", "\\d{1,2}"),
            Map.entry("MM", "\\d{2}"),
            Map.entry("MMM", NAME),
            Map.entry("MMMM", NAME),
            Map.entry("yy", "\\d{2}"),
            Map.entry("yyyy", "\\d{4}"),
            Map.entry("EEE", NAME),
            Map.entry("EEEE", NAME),
            Map.entry("H", "\\d{1,2}"),
            Map.entry("HH", "\\d{2}"),
            Map.entry("mm", "\\d{2}"),
            Map.entry("ss", "\\d{2}"));

    private DateMask() {}

    /**
     * @param format {@code iso} for {@code yyyy-MM-dd}
     * @throws IllegalArgumentException if a letter means nothing here
     */
    static String regex(String format) {
        var regex = new StringBuilder("(?<![\\p{L}\\d])");
        var piece = PIECE.matcher(format.equals("iso") ? ISO : format);
        while (piece.find()) {
            regex.append(regex(piece.group(), piece.group(1), piece.group(2)));
        }
        return regex.append("(?![\\p{L}\\d])").toString();
    }

    private static String regex(String piece, @Nullable String literal, @Nullable String letter) {
        if (literal != null) {
            return Pattern.quote(literal.isEmpty() ? "'" : literal);
        }
        if (letter != null) {
            return field(piece);
        }
        return piece.isBlank() ? "[\\s\\u00a0\\u202f]+" : Pattern.quote(piece);
    }

    private static String field(String letters) {
        var regex = FIELDS.get(letters);
        if (regex == null) {
            throw new IllegalArgumentException(
                    "«" + letters + "» is no part of a date; known are d, dd, M, MM, MMM, MMMM,"
                            + " yy, yyyy, EEE, EEEE, H, HH, mm, ss, and words in '…'");
        }
        return regex;
    }
}
