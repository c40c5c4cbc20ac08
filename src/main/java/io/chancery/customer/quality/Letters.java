package io.chancery.customer.quality;

import java.text.Normalizer;
import java.util.Locale;

/** Letters as different hands write them, brought to one form for comparison: never for display. */
public final class Letters {

    private static final int LATIN_END = 0x250;
    private static final String[] PLAIN = plainLetters();

    private Letters() {}

    /**
     * Lower case without diacritics, «ß» as «ss», «ae», «oe», «ue» as the umlauts they stand for, and all that is neither
     * letter nor digit as one blank: «Göttingen», «GOETTINGEN» and «Gottingen» meet.
     */
    public static String fold(String text) {
        var folded = new StringBuilder(text.length() + 4);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'' || c == '’') {
                continue;
            }
            var plain = c < LATIN_END ? PLAIN[c] : foldRare(c);
            if (!plain.equals(" ")) {
                append(folded, plain);
            } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        int length = folded.length();
        return folded.substring(0, length > 0 && folded.charAt(length - 1) == ' ' ? length - 1 : length);
    }

    /** Drops the «e» that makes an umlaut, but not that of «neue», «Bauer» and «Quelle». */
    private static void append(StringBuilder folded, String plain) {
        int last = folded.length() - 1;
        if (plain.equals("e") && last >= 0) {
            char before = folded.charAt(last);
            boolean umlaut = before == 'a' || before == 'o' || before == 'u';
            if (umlaut && (last == 0 || "aeoq".indexOf(folded.charAt(last - 1)) < 0)) {
                return;
            }
        }
        folded.append(plain);
    }

    private static String[] plainLetters() {
        var plain = new String[LATIN_END];
        for (char c = 0; c < LATIN_END; c++) {
            plain[c] = foldRare(c);
        }
        return plain;
    }

    private static String foldRare(char c) {
        var lower = String.valueOf(c).toLowerCase(Locale.ROOT);
        switch (lower) {
            case "ß":
                return "ss";
            case "æ":
                return "a";
            case "ø", "œ":
                return "o";
            case "ł":
                return "l";
            case "đ":
                return "d";
            case "ı":
                return "i";
            default:
                var letter = Normalizer.normalize(lower, Normalizer.Form.NFD).charAt(0);
                return Character.isLetterOrDigit(letter) ? String.valueOf(letter) : " ";
        }
    }
}
