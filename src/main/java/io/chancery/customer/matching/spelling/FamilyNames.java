package io.chancery.customer.matching.spelling;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

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
        var words = Set.of(core(b).split(" "));
        return Arrays.stream(core(a).split(" "))
                .filter(word -> word.length() > 1 && words.contains(word))
                .max((one, other) -> one.length() != other.length()
                        ? Integer.compare(one.length(), other.length())
                        : one.compareTo(other))
                .orElse("");
    }

    /** Without particles, unless the name has nothing else. */
    public static String core(String folded) {
        if (folded.indexOf(' ') < 0) {
            return folded;
        }
        var core = Arrays.stream(folded.split(" "))
                .filter(word -> !PARTICLES.contains(word))
                .distinct()
                .collect(Collectors.joining(" "));
        return core.isEmpty() ? folded : core;
    }
}
