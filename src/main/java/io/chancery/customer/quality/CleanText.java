package io.chancery.customer.quality;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Text as a person meant it: repaired, composed (NFC), without stray blanks and invisible characters. */
public final class CleanText {

    /** What people type into a field that must not be empty. «Null» is a surname, «null» and «NULL» are accidents. */
    private static final Set<String> PLACEHOLDERS = Set.of(
            "-", "--", "---", ".", "?", "n/a", "n.a.", "k.a.", "k. a.", "xxx", "unbekannt", "unknown", "keine angabe");

    /** Zero-width space, byte order mark, and the direction marks that can disguise an address. */
    private static final String INVISIBLE =
            "\u200B\uFEFF\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    private CleanText() {}

    /** The cleaned text; empty for blanks and placeholders. */
    public static String of(String text) {
        if (isPlain(text)) {
            return withoutPlaceholder(text);
        }
        var composed = Normalizer.normalize(Mojibake.repair(text), Normalizer.Form.NFC);
        return withoutPlaceholder(tidy(composed));
    }

    /** Spares most values the work: printable ASCII whose blanks are single and inside. */
    private static boolean isPlain(String text) {
        char previous = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && previous == ' ')) {
                return false;
            }
            previous = c;
        }
        return previous != ' ';
    }

    private static String tidy(String text) {
        var tidy = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = true;
            } else if (!isInvisible(c)) {
                if (gap && !tidy.isEmpty()) {
                    tidy.append(' ');
                }
                gap = false;
                tidy.append(c);
            }
        }
        return tidy.toString();
    }

    private static boolean isInvisible(char c) {
        return Character.isISOControl(c) || INVISIBLE.indexOf(c) >= 0;
    }

    private static String withoutPlaceholder(String text) {
        boolean placeholder = text.length() <= 12 && PLACEHOLDERS.contains(text.toLowerCase(Locale.ROOT));
        return placeholder || text.equals("null") || text.equals("NULL") ? "" : text;
    }
}
