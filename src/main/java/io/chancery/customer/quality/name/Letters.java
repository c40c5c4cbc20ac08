package io.chancery.customer.quality.name;

import java.text.Normalizer;

/** Letters as different hands write them, brought to one form for comparison: never for display. */
public final class Letters {

    private static final int LATIN_END = 0x250;
    private static final char NONE = 0;
    private static final char BLANK = ' ';
    private static final char[] PLAIN = plainLetters();

    private Letters() {}

    /**
     * Lower case without diacritics, «ß» as «ss», «ae», «oe», «ue» as the umlauts they stand for, and all that is neither
     * letter nor digit as one blank: «Göttingen», «GOETTINGEN» and «Gottingen» meet.
     */
    public static String fold(String text) {
        var folded = new char[2 * text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char plain = c < LATIN_END ? PLAIN[c] : plain(c);
            if (counts(plain, folded, length)) {
                folded[length++] = plain;
                if (c == 'ß' || c == 'ẞ') {
                    folded[length++] = plain;
                }
            }
        }
        return new String(folded, 0, length > 0 && folded[length - 1] == BLANK ? length - 1 : length);
    }

    private static boolean counts(char plain, char[] folded, int length) {
        return switch (plain) {
            case NONE -> false;
            case BLANK -> length > 0 && folded[length - 1] != BLANK;
            case 'e' -> !isUmlautSign(folded, length);
            default -> true;
        };
    }

    /** The «e» that makes an umlaut, but not that of «neue», «Bauer» and «Quelle». */
    private static boolean isUmlautSign(char[] folded, int length) {
        boolean vowel = length > 0 && "aou".indexOf(folded[length - 1]) >= 0;
        return vowel && (length == 1 || "aeoq".indexOf(folded[length - 2]) < 0);
    }

    private static char[] plainLetters() {
        var plain = new char[LATIN_END];
        for (char c = 0; c < LATIN_END; c++) {
            plain[c] = plain(c);
        }
        return plain;
    }

    private static char plain(char c) {
        return switch (Character.toLowerCase(c)) {
            case '\'', '’' -> NONE;
            case 'ß' -> 's';
            case 'æ' -> 'a';
            case 'ø', 'œ' -> 'o';
            case 'ł' -> 'l';
            case 'đ' -> 'd';
            case 'ı' -> 'i';
            default -> decomposed(Character.toLowerCase(c));
        };
    }

    private static char decomposed(char lower) {
        char letter = lower < 0x80
                ? lower
                : Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD)
                        .charAt(0);
        return Character.isLetterOrDigit(letter) ? letter : BLANK;
    }
}
