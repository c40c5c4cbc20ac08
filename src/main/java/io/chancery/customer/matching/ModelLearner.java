package io.chancery.customer.matching;

import io.chancery.customer.matching.MatchModel.Evidence;
import io.chancery.customer.matching.MatchModel.Odds;
import io.chancery.customer.matching.compare.Attribute;
import io.chancery.customer.matching.compare.Comparison;
import io.chancery.customer.matching.compare.Rates;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns what agreement is worth from the records themselves, without examples: guesses which pairs are of one customer, counts
 * how they agree, and guesses again with these counts (expectation maximisation). What is shipped weighs like some pairs that
 * were seen, so that a small store stays near it.
 */
public final class ModelLearner {

    /**
     * How often it guesses again with the same comparisons, and then compares anew: how pairs agree hangs on the model only by how
     * rare it thinks values are, and that soon settles.
     */
    private static final int[] ROUNDS = {3, 9};

    /** As how many pairs of one customer, of a household, and of strangers the shipped rates count in a large store. */
    private static final double[] TRUST = {60, 60, 2_000};

    /** In a store of so many records they count twice, and in a smaller one soon alone: a few people are no rule. */
    private static final double SMALL = 350;

    /** How many records share a rare value by chance; for values of persons this is mostly a matter of the writing. */
    private static final double SHARED_NAMES = 1;

    private static final double SHARED_VALUES = .02;

    /** As how many records the shipped odds count. */
    private static final double TRUSTED_RECORDS = 100;

    /** How much rarer two members of a household are than two records of one customer, in bits. */
    private static final double HOUSEHOLD = 1.5;

    private final Sample sample;
    private final Rates shipped = Rates.initial();
    private MatchModel model;
    private Map<Pattern, Double> candidates = Map.of();
    private Map<Pattern, Double> chance = Map.of();

    private ModelLearner(Sample sample) {
        this.sample = sample;
        double perCustomer = 2;
        double all = sample.allPairs();
        var odds = new Odds(log2(sample.records() * .5 / all), log2(sample.records() * .15 / all), perCustomer);
        this.model = new MatchModel(odds, shipped, sample.terms(perCustomer, firstStrangers()));
    }

    private static Map<Attribute, Double> firstStrangers() {
        var strangers = new EnumMap<Attribute, Double>(Attribute.class);
        for (var attribute : Attribute.values()) {
            strangers.put(attribute, leastStrangers(attribute));
        }
        return strangers;
    }

    /** Strangers with one name meet on no key of their own, so that they cannot be counted. */
    private static double leastStrangers(Attribute attribute) {
        return switch (attribute) {
            case GIVEN_NAME, FAMILY_NAME, PLACE, ORGANISATION -> SHARED_NAMES;
            case BIRTH_DATE, ADDRESS -> SHARED_NAMES / 4;
            default -> SHARED_VALUES;
        };
    }

    /**
     * The same records in the same order give the same model to the byte.
     *
     * @param records iterated several times, in an order that does not depend on loading
     */
    public static MatchModel learn(Iterable<Traits> records) {
        var sample = Sample.of(records);
        if (sample.isTooSmall()) {
            return MatchModel.initial();
        }
        var learner = new ModelLearner(sample);
        for (int rounds : ROUNDS) {
            learner.compare();
            for (int round = 0; round < rounds; round++) {
                learner.improve();
            }
        }
        return learner.model;
    }

    private void compare() {
        candidates = patterns(sample.candidates());
        chance = patterns(sample.chance());
    }

    /** How often each was seen, in the order of their first pairs. */
    private Map<Pattern, Double> patterns(List<Sample.Pair> pairs) {
        var terms = model.terms();
        var each = pairs.parallelStream()
                .map(pair ->
                        Pattern.of(Comparison.of(pair.a().profile(), pair.b().profile(), terms), terms))
                .toList();
        var patterns = new LinkedHashMap<Pattern, Double>();
        for (int i = 0; i < each.size(); i++) {
            patterns.merge(each.get(i), pairs.get(i).weight(), Double::sum);
        }
        return patterns;
    }

    private void improve() {
        var near = tally(candidates);
        var far = tally(chance);
        double all = sample.allPairs();
        double matches = Math.max(near.sums[0], sample.records() * .001);
        double households = Math.max(near.sums[1], matches * .02);
        double perCustomer = Sample.rounded(1 + 2 * matches / sample.records());
        var odds =
                new Odds(blendOdds(log2(matches / all), 0), blendOdds(log2(households / all), HOUSEHOLD), perCustomer);
        model = new MatchModel(odds, rates(near, far), sample.terms(perCustomer, strangers(near)));
    }

    private Tally tally(Map<Pattern, Double> patterns) {
        var tally = new Tally();
        patterns.forEach(tally::add);
        return tally;
    }

    /** In a small store everybody seems near to everybody, because the world outside is missing. */
    private double blendOdds(double odds, double less) {
        double shipped = MatchModel.initial().odds().match() - less;
        return Sample.rounded(
                (odds * sample.records() + shipped * TRUSTED_RECORDS) / (sample.records() + TRUSTED_RECORDS));
    }

    private Rates rates(Tally near, Tally far) {
        var rates = Rates.initial();
        for (var attribute : Attribute.values()) {
            if (!attribute.isLearnt()) {
                continue;
            }
            int a = attribute.ordinal();
            rates.match()[a] = blend(shipped.match()[a], near.levels[0][a], trust(0));
            if (attribute.isSharedInHouseholds()) {
                rates.household()[a] = blend(shipped.household()[a], near.levels[1][a], trust(1));
            }
            if (attribute.isCounted()) {
                rates.stranger()[a] = strangers(attribute, near, far);
            }
        }
        return rates;
    }

    private double trust(int kind) {
        return TRUST[kind] * (1 + Math.pow(SMALL / sample.records(), 3));
    }

    private static double[] blend(double[] shipped, double[] seen, double trust) {
        double sum = trust;
        for (double count : seen) {
            sum += count;
        }
        var blended = new double[shipped.length];
        for (int level = 0; level < shipped.length; level++) {
            blended[level] = Sample.rounded((shipped[level] * trust + seen[level]) / sum);
        }
        return blended;
    }

    /** Strangers by chance are too few to see what is rare; those who share a key show it. */
    private double[] strangers(Attribute attribute, Tally near, Tally far) {
        int a = attribute.ordinal();
        var rates = blend(shipped.stranger()[a], far.levels[2][a], trust(2));
        double compared = 1;
        for (double count : far.levels[2][a]) {
            compared += count;
        }
        double all = sample.allPairs() * compared / Math.max(1, sample.chance().size());
        for (int level = 0; level < rates.length; level++) {
            rates[level] = Sample.rounded(Math.max(rates[level], near.levels[2][a][level] / Math.max(all, 1000)));
        }
        return rates;
    }

    private Map<Attribute, Double> strangers(Tally tally) {
        var strangers = firstStrangers();
        for (var entry : strangers.entrySet()) {
            int a = entry.getKey().ordinal();
            double least = entry.getValue();
            double trust = TRUST[0];
            double seen = (2 * tally.rareStrangers[a] + least * trust) / (sample.count(entry.getKey()) + trust);
            entry.setValue(Math.max(seen, least));
        }
        return strangers;
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    /** Counts pairs as far as they are of one customer, of one household, or of strangers. */
    private final class Tally {

        private final double[] sums = new double[3];
        private final double[][][] levels = new double[3][][];

        /** Strangers with the same value that hardly anybody else has. */
        private final double[] rareStrangers = new double[Attribute.values().length];

        Tally() {
            for (int kind = 0; kind < 3; kind++) {
                levels[kind] = new double[rareStrangers.length][];
                for (var attribute : Attribute.values()) {
                    levels[kind][attribute.ordinal()] =
                            new double[attribute.levels().size()];
                }
            }
        }

        void add(Pattern pattern, double weight) {
            var shares = shares(model.evidence(pattern), weight);
            for (int kind = 0; kind < 3; kind++) {
                sums[kind] += shares[kind];
            }
            for (int a = 0; a < rareStrangers.length; a++) {
                int level = pattern.level(a);
                for (int kind = 0; kind < 3 && level != Comparison.NOTHING; kind++) {
                    levels[kind][a][level] += shares[kind];
                }
                rareStrangers[a] += pattern.isRare(a) ? shares[2] : 0;
            }
        }
    }

    private static double[] shares(Evidence evidence, double weight) {
        double match = Math.pow(2, Math.min(500, evidence.match()));
        double household = Math.pow(2, Math.min(500, evidence.household()));
        double sum = 1 + match + household;
        return new double[] {weight * match / sum, weight * household / sum, weight / sum};
    }
}
