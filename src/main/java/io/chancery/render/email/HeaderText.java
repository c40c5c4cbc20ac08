package io.chancery.render.email;

import java.text.Normalizer;
import java.util.stream.Collectors;

/**
 * Words that may stand in a header: one line without any control character, so that no text can begin a header of its
 * own. The only way of outside text into a header.
 *
 * @param text may be empty
 */
record HeaderText(String text) {

    /** In UTF-16 units. Encoded, it still folds into lines far below the 998 octets of RFC 5322 §2.1.1. */
    private static final int LONGEST = 300;

    /** To put a tower of marks in order takes the square of its height. */
    private static final int MOST_LOOKED_AT = 10 * LONGEST;

    /** How an encoded word begins (RFC 2047 §2): a reader would decode it, and what it hides was never looked at. */
    private static final String ENCODED_WORD = "=?";

    /** Of the letters that normalization leaves as they are. */
    private static final char LAST_COMPOSED = '\u024F';

    /** Holds emoji of several parts together. */
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    HeaderText {
        boolean visible = text.codePoints().allMatch(HeaderText::isVisible);
        if (text.length() > LONGEST || !visible || text.contains(ENCODED_WORD) || text.contains("\\")) {
            throw new IllegalArgumentException("Not a text for a header");
        }
    }

    /** Makes one line of any text: what is not visible becomes a blank, what is too long is cut off. */
    static HeaderText of(String raw) {
        return new HeaderText(isCommon(raw) ? raw : made(raw));
    }

    /** What nearly every one is made of, so that it is looked through fast: Latin letters, figures, one blank between words. */
    private static boolean isCommon(String raw) {
        char before = ' ';
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == ' ' ? before == ' ' : !isCommon(c)) {
                return false;
            }
            before = c;
        }
        return before != ' ' && raw.length() <= LONGEST;
    }

    private static boolean isCommon(char c) {
        boolean ascii = c > ' ' && c <= '~' && c != '=' && c != '\\';
        return ascii || (c >= 'À' && c <= LAST_COMPOSED);
    }

    private static String made(String raw) {
        var visible = Normalizer.normalize(
                        raw.substring(0, Math.min(MOST_LOOKED_AT, raw.length())), Normalizer.Form.NFC)
                .codePoints()
                .mapToObj(codePoint -> isVisible(codePoint) ? Character.toString(codePoint) : " ")
                .collect(Collectors.joining())
                .replaceAll(" +", " ")
                .strip()
                .replace(ENCODED_WORD, "= ?")
                // At the end of a folded line some readers take it for the escape of the line break.
                .replace('\\', '/');
        return visible.length() <= LONGEST ? visible : cut(visible);
    }

    private static String cut(String text) {
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return text.substring(0, end) + "…";
    }

    /** Also not a mark that turns the direction of reading, by which a name could pass for another. */
    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            // A header is folded where its reader likes.
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            case Character.FORMAT -> codePoint == ZERO_WIDTH_JOINER;
            default -> true;
        };
    }
}
