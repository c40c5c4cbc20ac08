package io.chancery.customer.matching.spelling;

import java.util.LinkedHashSet;
import java.util.Set;

/** Family names: with and without «von», single and double. */
public final class FamilyNames {

    private static final Set<String> PARTICLES = Set.of(
            "von", "vom", "van", "zu", "zum", "zur", "de", "den", "der", "di", "da", "del", "della", "dos", "du", "la",
            "le", "ten", "ter", "el", "al", "und");

    private FamilyNames() {}

    /** How two folded family names stand to each other. */
    public static NameLikeness compare(String a, String b) {
        if (a.equals(b)) {
            return NameLikeness.EXACT;
        }
        if (a.length() == 1 || b.length() == 1) {
            return a.charAt(0) == b.charAt(0) ? NameLikeness.INITIAL : NameLikeness.DIFFERENT;
        }
        boolean single = a.indexOf(' ') < 0 && b.indexOf(' ') < 0;
        return single ? compareWords(a, b) : compareSeveral(core(a), core(b));
    }

    private static NameLikeness compareSeveral(String a, String b) {
        var likeness = compareWords(a.replace(" ", ""), b.replace(" ", ""));
        return likeness == NameLikeness.DIFFERENT && !shared(a, b).isEmpty() ? NameLikeness.PART : likeness;
    }

    private static NameLikeness compareWords(String a, String b) {
        if (a.equals(b)) {
            return NameLikeness.EXACT;
        }
        boolean near = Likeness.isNear(a, b) || (soundAlike(a, b) && Likeness.isWithin(a, b, 2));
        return near ? NameLikeness.NEAR : NameLikeness.DIFFERENT;
    }

    private static boolean soundAlike(String a, String b) {
        return Math.min(a.length(), b.length()) >= 4
                && a.charAt(0) == b.charAt(0)
                && Sounds.of(a).equals(Sounds.of(b));
    }

    /** The longest word that two names share; empty if there is none. */
    public static String shared(String a, String b) {
        var longest = "";
        for (var word : core(a).split(" ")) {
            if (word.length() > 1 && isLonger(word, longest) && hasWord(b, word)) {
                longest = word;
            }
        }
        return longest;
    }

    /** Of two words of one length always the same one, whichever came first. */
    private static boolean isLonger(String word, String longest) {
        int more = word.length() - longest.length();
        return more > 0 || (more == 0 && word.compareTo(longest) > 0);
    }

    private static boolean hasWord(String name, String word) {
        for (var each : core(name).split(" ")) {
            if (each.equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** Without particles, unless the name has nothing else. */
    public static String core(String folded) {
        if (folded.indexOf(' ') < 0) {
            return folded;
        }
        var words = new LinkedHashSet<String>();
        for (var word : folded.split(" ")) {
            if (!PARTICLES.contains(word)) {
                words.add(word);
            }
        }
        return words.isEmpty() ? folded : String.join(" ", words);
    }
}
