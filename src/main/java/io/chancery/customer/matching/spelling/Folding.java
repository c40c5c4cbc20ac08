package io.chancery.customer.matching.spelling;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Text without what people write differently: case, accents, punctuation. «Müller», «MUELLER» and «Muller» become one word,
 * at the price that «Bauer» loses its e as well; both sides of a comparison pay it.
 */
public final class Folding {

    private Folding() {}

    /** Lower-case words of letters and digits with single blanks between; empty for null. */
    public static String fold(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        var lower = text.toLowerCase(Locale.ROOT);
        return words(isAscii(lower) ? lower : Normalizer.normalize(lower, Normalizer.Form.NFD));
    }

    /** Letters and digits only, case folded: for customer numbers and the like. */
    public static String foldCode(@Nullable String text) {
        return fold(text).replace(" ", "");
    }

    private static String words(String decomposed) {
        var folded = new StringBuilder(decomposed.length() + 2);
        boolean gap = false;
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                if (gap && !folded.isEmpty()) {
                    folded.append(' ');
                }
                gap = false;
                append(folded, c);
            } else if (!isMark(c)) {
                gap = true;
            }
        }
        return folded.toString();
    }

    /** An apostrophe joins («O'Neill», «'s»), like an accent that stands on a letter. */
    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK || c == '\'' || c == '\u2019';
    }

    private static void append(StringBuilder folded, char c) {
        boolean umlaut = c == 'e' && endsWithUmlautVowel(folded);
        switch (c) {
            case 'ß' -> folded.append("ss");
            case 'æ' -> folded.append('a');
            case 'ø', 'œ' -> folded.append('o');
            case 'ł' -> folded.append('l');
            case 'ı' -> folded.append('i');
            case 'đ', 'ð' -> folded.append('d');
            default -> {
                if (c >= Cyrillic.FIRST) {
                    folded.append(Cyrillic.latin(c));
                } else if (!umlaut) {
                    folded.append(c);
                }
            }
        }
    }

    private static boolean endsWithUmlautVowel(StringBuilder folded) {
        if (folded.isEmpty()) {
            return false;
        }
        char last = folded.charAt(folded.length() - 1);
        return last == 'a' || last == 'o' || last == 'u';
    }

    /** Whether two folded texts can be compared letter by letter; an empty one can. */
    public static boolean areOfOneScript(String a, String b) {
        return a.isEmpty() || b.isEmpty() || script(a) == script(b);
    }

    private static Character.UnicodeScript script(String folded) {
        return Character.UnicodeScript.of(folded.codePointAt(0));
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
