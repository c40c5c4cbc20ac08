package io.chancery.customer.survivorship;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Spellings of one word: which are the same but for letters that keyboards lack, and which of them is the fullest. */
public final class Spelling {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern STREET = Pattern.compile("(?:strasse|str)\\b\\.?");

    private Spelling() {}

    /**
     * Lower case, plain letters and digits, words parted by one blank; «Müller», «Mueller» and «Muller» are one. The key
     * of a beginning is the beginning of the key.
     */
    public static String key(String text) {
        var plain = isAscii(text) ? text : plain(text);
        var key = new StringBuilder(plain.length());
        char before = ' ';
        for (int i = 0; i < plain.length(); i++) {
            char c = Character.toLowerCase(plain.charAt(i));
            if (!Character.isLetterOrDigit(c)) {
                endWord(key, c);
            } else if (c != 'e' || !isUmlaut(key, before)) {
                key.append(c);
            }
            before = c;
        }
        return key.toString().stripTrailing();
    }

    private static void endWord(StringBuilder key, char c) {
        boolean inside = !key.isEmpty() && key.charAt(key.length() - 1) != ' ';
        if (inside && c != '\'' && c != '’') {
            key.append(' ');
        }
    }

    /** Whether an e makes an umlaut of the vowel before it; not in «Bauer» and «Neuer», where the u is half a diphthong. */
    private static boolean isUmlaut(StringBuilder key, char vowel) {
        if (vowel != 'u') {
            return vowel == 'a' || vowel == 'o';
        }
        return key.length() < 2 || "aeqo".indexOf(key.charAt(key.length() - 2)) < 0;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static String plain(String text) {
        var written =
                text.replace("ß", "ss").replace("ẞ", "ss").replace("ı", "i").replace("ø", "o");
        written = written.replace("Ø", "O")
                .replace("ł", "l")
                .replace("Ł", "L")
                .replace("æ", "a")
                .replace("Æ", "A");
        return MARKS.matcher(Normalizer.normalize(written, Normalizer.Form.NFD)).replaceAll("");
    }

    /** The key of a street with its house number: «Hauptstr. 5 a» and «Hauptstraße 5A» are one. */
    public static String streetKey(String street) {
        var key = key(street.replace("traße", "trasse").replace("TRASSE", "trasse"));
        key = STREET.matcher(key).replaceAll("str");
        return key.replace(" ", "");
    }

    /** How much a spelling says: letters beyond ASCII were typed on purpose, and capitals alone are a machine's. */
    static int fullness(String text) {
        int fullness = isAscii(text) ? 0 : 4;
        boolean upper = text.chars().anyMatch(Character::isUpperCase);
        boolean lower = text.chars().anyMatch(Character::isLowerCase);
        return upper && lower ? fullness + 2 : fullness;
    }

    /** How many letters must be changed, put in, left out or swapped with their neighbour; at most {@code limit} + 1. */
    static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                row[j] = cell(a, b, new int[] {i, j}, new int[][] {beforeLast, last, row});
            }
            beforeLast = last;
            last = row;
        }
        return Math.min(last[b.length()], limit + 1);
    }

    private static int cell(String a, String b, int[] at, int[][] rows) {
        int i = at[0];
        int j = at[1];
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(rows[1][j - 1] + same, 1 + Math.min(rows[1][j], rows[2][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, rows[0][j - 2] + 1) : best;
    }

    /** Whether two keys are so alike that one is probably the other, mistyped. */
    static boolean isTypo(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        int length = Math.max(a.length(), b.length());
        int limit = length < 4 ? 0 : length < 8 ? 1 : 2;
        return distance(a, b, limit) <= limit;
    }
}
