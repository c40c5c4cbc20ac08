package io.chancery.customer.matching;

import io.chancery.customer.matching.PairScore.Level;
import java.util.ArrayList;
import java.util.List;

/** What agreement and contradiction are worth. Immutable; of any number of threads. */
public final class MatchModel {

    private static final double PRIOR = -14;
    private static final String[] NAMES = {
        "given-name", "family-name", "birth-date", "street", "postcode", "city", "email", "mobile", "phone"
    };
    private static final double[] EQUAL = {7, 9, 12, 7, 6, 4, 13, 14, 12};
    private static final double[] OTHER = {-6, -5, -6, -1, -1, -1, -1, -1, -1};

    private MatchModel() {}

    /** The shipped weights, in force until there are enough records to learn from. */
    public static MatchModel initial() {
        return new MatchModel();
    }

    public static MatchModel parse(String json) {
        return new MatchModel();
    }

    public String json() {
        return "{}";
    }

    /** How alike two records are, in bits: above 0 they are more likely one customer than not. Symmetric. */
    public double weight(Traits a, Traits b) {
        return score(a, b).weight();
    }

    /** The weight, explained. */
    public PairScore score(Traits a, Traits b) {
        var levels = new ArrayList<Level>();
        levels.add(new Level("prior", "before", PRIOR));
        for (int i = 0; i < NAMES.length; i++) {
            if (!a.get(i).isEmpty() && !b.get(i).isEmpty()) {
                boolean equal = a.get(i).equals(b.get(i));
                levels.add(new Level(NAMES[i], equal ? "exact" : "different", equal ? EQUAL[i] : OTHER[i]));
            }
        }
        return new PairScore(levels.stream().mapToDouble(Level::weight).sum(), List.copyOf(levels));
    }

    /** Components are closed over edges of at least this weight; one below never joins anything. */
    public double clusterWeight() {
        return 2;
    }

    /** Edges below are not worth keeping. */
    public double keepWeight() {
        return 0;
    }

    /** The probability that two records are about one customer. */
    public static double probability(double weight) {
        return 1 / (1 + Math.pow(2, -weight));
    }
}
