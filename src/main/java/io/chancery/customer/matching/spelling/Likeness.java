package io.chancery.customer.matching.spelling;

/** How many slips of the hand lie between two texts. */
public final class Likeness {

    private Likeness() {}

    /** Whether a slip or two explain the difference; the longer the texts, the more may differ. Equal texts are near. */
    public static boolean isNear(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int allowed = shorter >= 8 ? 2 : shorter >= 3 ? 1 : 0;
        return isWithin(a, b, allowed);
    }

    /**
     * Whether at most so many letters were added, dropped, exchanged or turned round (optimal string alignment).
     *
     * @param most 0, 1 or 2
     */
    public static boolean isWithin(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return false;
        }
        int start = 0;
        int endA = a.length();
        int endB = b.length();
        while (start < endA && start < endB && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        while (endA > start && endB > start && a.charAt(endA - 1) == b.charAt(endB - 1)) {
            endA--;
            endB--;
        }
        return remains(new Rest(a, start, endA), new Rest(b, start, endB), most);
    }

    /** Whether one telephone number is the other without its area code. */
    public static boolean isLocalPart(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int less = Math.max(a.length(), b.length()) - shorter;
        return less >= 2 && less <= 5 && shorter >= 7 && endAlike(a, b) >= Math.max(6, shorter - 3);
    }

    private static int endAlike(String a, String b) {
        int same = 0;
        while (same < Math.min(a.length(), b.length())
                && a.charAt(a.length() - 1 - same) == b.charAt(b.length() - 1 - same)) {
            same++;
        }
        return same;
    }

    private record Rest(String text, int from, int to) {

        int length() {
            return to - from;
        }

        Rest without(int first) {
            return new Rest(text, from + first, to);
        }

        char at(int index) {
            return text.charAt(from + index);
        }
    }

    /** Tries every slip at the first difference; with at most two slips there are few ways. */
    private static boolean remains(Rest first, Rest second, int most) {
        int same = sameStart(first, second);
        var a = first.without(same);
        var b = second.without(same);
        if (a.length() == 0 || b.length() == 0) {
            return a.length() + b.length() <= most;
        }
        return most > 0 && Math.abs(a.length() - b.length()) <= most && remainsAfterSlip(a, b, most - 1);
    }

    private static int sameStart(Rest a, Rest b) {
        int same = 0;
        while (same < a.length() && same < b.length() && a.at(same) == b.at(same)) {
            same++;
        }
        return same;
    }

    private static boolean remainsAfterSlip(Rest a, Rest b, int most) {
        return remains(a.without(1), b.without(1), most)
                || remains(a.without(1), b, most)
                || remains(a, b.without(1), most)
                || (isTurnedRound(a, b) && remains(a.without(2), b.without(2), most));
    }

    private static boolean isTurnedRound(Rest a, Rest b) {
        return a.length() > 1 && b.length() > 1 && a.at(0) == b.at(1) && a.at(1) == b.at(0);
    }
}
