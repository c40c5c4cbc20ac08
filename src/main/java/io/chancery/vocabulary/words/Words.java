package io.chancery.vocabulary.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Takes a text apart into words in the form in which they are looked for: lower case, plain letters and digits.
 * «Müller», «Mueller» and «Muller» are one, «Straße» and «Strasse», «1.234,56» and «1234.56». The word of a beginning is
 * the beginning of the word.
 */
public final class Words {

    /** No word that anybody looks for is longer. */
    private static final int LONGEST = 60;

    private static final String VOWELS = "aou";
    private static final String BETWEEN_FIGURES = ".,'’";

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern WORD = Pattern.compile("\\p{N}+(?:[.,'’]\\p{N}+)+|[\\p{L}\\p{N}]+");

    private Words() {}

    /** The words in their order. */
    public static List<String> of(String text) {
        var words = new ArrayList<String>();
        var matcher = WORD.matcher(plain(text));
        while (matcher.find()) {
            var word = joined(matcher.group());
            words.add(word.length() > LONGEST ? whole(word) : word);
        }
        return words;
    }

    /** Never half of a character. */
    private static String whole(String word) {
        return word.substring(0, Character.isHighSurrogate(word.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    private static String plain(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(c -> c < 0x80)) {
            return lower;
        }
        // Soft hyphens and the like stand inside of words.
        var written = Normalizer.normalize(lower, Normalizer.Form.NFKD)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replaceAll("\\p{Cf}+", "");
        return MARKS.matcher(written).replaceAll("");
    }

    /** Without the e of an umlaut, and without what parts thousands and decimals. */
    private static String joined(String word) {
        var joined = new StringBuilder(word.length());
        char before = ' ';
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean umlaut = c == 'e' && VOWELS.indexOf(before) >= 0;
            if (!umlaut && BETWEEN_FIGURES.indexOf(c) < 0) {
                joined.append(c);
            }
            before = c;
        }
        return joined.toString();
    }
}
