package io.chancery.customer.matching.spelling;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Names that systems and authorities gave, as sorted pairs {@code scheme=value} with commas between. */
public final class Identifiers {

    /** Schemes of which a person or firm has one for life, so that two values speak of two. */
    private static final Set<String> FOR_LIFE = Set.of(
            "ssn", "social-security", "tax-id", "national-id", "svnr", "ahv", "vat-id", "lei", "uen", "birth-number");

    private Identifiers() {}

    /**
     * What the schemes say that both sides have.
     *
     * @param shared a pair that both have; empty if there is none
     * @param near whether two values differ by a slip of the hand
     * @param comparable whether both sides have a value of one scheme
     */
    public record Outcome(String shared, boolean near, boolean comparable) {}

    /** Of the schemes that give one value for life, or of all others. */
    public static Outcome compare(String a, String b, boolean forLife) {
        var first = pairs(a, forLife);
        var second = pairs(b, forLife);
        var shared = first.stream().filter(second::contains).findFirst().orElse("");
        boolean comparable = anyOfOneScheme(first, second, pair -> true);
        boolean near = comparable
                && first.stream()
                        .anyMatch(
                                one -> anyOfOneScheme(List.of(one), second, other -> Likeness.isWithin(one, other, 1)));
        return new Outcome(shared, near, comparable);
    }

    private static boolean anyOfOneScheme(List<String> first, List<String> second, Predicate<String> condition) {
        return second.stream()
                .filter(condition)
                .anyMatch(other -> first.stream().anyMatch(one -> scheme(one).equals(scheme(other))));
    }

    /** Those of schemes that give one value for life, or all others. */
    public static List<String> pairs(String identifiers, boolean forLife) {
        return Arrays.stream(identifiers.split(","))
                .filter(pair -> !pair.isEmpty() && FOR_LIFE.contains(scheme(pair)) == forLife)
                .toList();
    }

    private static String scheme(String pair) {
        return pair.substring(0, Math.max(0, pair.indexOf('=')));
    }
}
