package io.chancery.customer.quality.place;

import java.util.Arrays;

/**
 * How much two words differ by slips of the pen and of the keyboard: optimal string alignment in tenths of a slip, where
 * slips that happen more often cost less.
 */
final class Similarity {

    private static final int SLIP = 10;
    private static final int DOUBLED = 7;
    private static final int SWAPPED = 8;
    private static final int NEIGHBOUR = 8;
    private static final int ALIKE = 7;
    private static final int DIACRITIC = 4;

    private static final String KEYBOARD = "qwertzuiopü asdfghjklöä yxcvbnm";
    private static final String[] SOUND_ALIKE = {
        "ckg", "dt", "bp", "fv", "sz", "iyj", "mn", "vw", "eä", "ij", "xs", "ckq"
    };
    private static final String[] DIACRITICS = {"aäàâá", "oöôó", "uüùû", "eéèêë", "iîïí", "cç", "nñ"};

    private static final int LATIN = 256;
    private static final byte[] COSTS = costs();

    private Similarity() {}

    /** Whether two folded texts are equal but for blanks. */
    static boolean sameLetters(String a, String b) {
        int i = afterBlanks(a, 0);
        int j = afterBlanks(b, 0);
        while (i < a.length() && j < b.length() && a.charAt(i) == b.charAt(j)) {
            i = afterBlanks(a, i + 1);
            j = afterBlanks(b, j + 1);
        }
        return i == a.length() && j == b.length();
    }

    private static int afterBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    /**
     * The distance of two texts in lower case.
     *
     * @return at most {@code limit + 1}, which stands for all that is farther
     */
    static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) * DOUBLED > limit) {
            return limit + 1;
        }
        var rows = new int[3][b.length() + 1];
        for (int j = 1; j <= b.length(); j++) {
            rows[0][j] = rows[0][j - 1] + gap(b, j - 1);
        }
        int before = 0;
        for (int i = 1; i <= a.length(); i++) {
            int least = row(a, b, i, rows);
            // A swap looks two rows back.
            if (least > limit && before > limit) {
                return limit + 1;
            }
            before = least;
        }
        return Math.min(rows[a.length() % 3][b.length()], limit + 1);
    }

    private static int row(String a, String b, int i, int[][] rows) {
        var row = rows[i % 3];
        var above = rows[(i + 2) % 3];
        var twoAbove = rows[(i + 1) % 3];
        row[0] = above[0] + gap(a, i - 1);
        int least = row[0];
        for (int j = 1; j <= b.length(); j++) {
            int cost = above[j - 1] + replacement(a.charAt(i - 1), b.charAt(j - 1));
            cost = Math.min(cost, above[j] + gap(a, i - 1));
            cost = Math.min(cost, row[j - 1] + gap(b, j - 1));
            if (i > 1 && j > 1 && isSwapped(a, b, i, j)) {
                cost = Math.min(cost, twoAbove[j - 2] + SWAPPED);
            }
            row[j] = cost;
            least = Math.min(least, cost);
        }
        return least;
    }

    private static boolean isSwapped(String a, String b, int i, int j) {
        return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }

    /** What it costs to have, or to lack, one character: less if it only repeats the one beside it. */
    private static int gap(String text, int at) {
        char c = text.charAt(at);
        boolean repeats = (at > 0 && text.charAt(at - 1) == c) || (at + 1 < text.length() && text.charAt(at + 1) == c);
        return repeats ? DOUBLED : SLIP;
    }

    private static int replacement(char a, char b) {
        if (a == b) {
            return 0;
        }
        return a < LATIN && b < LATIN ? COSTS[a * LATIN + b] : SLIP;
    }

    private static byte[] costs() {
        var costs = new byte[LATIN * LATIN];
        Arrays.fill(costs, (byte) SLIP);
        var rows = KEYBOARD.split(" ");
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < rows[row].length(); i++) {
                for (int other = Math.max(0, row - 1); other <= Math.min(rows.length - 1, row + 1); other++) {
                    for (int j = Math.max(0, i - 1); j <= Math.min(rows[other].length() - 1, i + 1); j++) {
                        set(costs, rows[row].charAt(i), rows[other].charAt(j), NEIGHBOUR);
                    }
                }
            }
        }
        setAll(costs, SOUND_ALIKE, ALIKE);
        setAll(costs, DIACRITICS, DIACRITIC);
        return costs;
    }

    private static void setAll(byte[] costs, String[] groups, int cost) {
        for (var group : groups) {
            for (int i = 0; i < group.length(); i++) {
                for (int j = 0; j < group.length(); j++) {
                    set(costs, group.charAt(i), group.charAt(j), cost);
                }
            }
        }
    }

    private static void set(byte[] costs, char a, char b, int cost) {
        costs[a * LATIN + b] = (byte) cost;
    }
}
