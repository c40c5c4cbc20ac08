package io.chancery.customer.matching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chancery.customer.matching.PairScore.Level;
import io.chancery.customer.matching.compare.Attribute;
import io.chancery.customer.matching.compare.Comparison;
import io.chancery.customer.matching.compare.Rates;
import io.chancery.customer.matching.compare.Terms;
import java.util.ArrayList;

/**
 * What agreement and contradiction are worth. Two records can belong to one customer, to two members of one household, or to
 * strangers; the weight is how much likelier the first is than both others. Members of a household share name, address, landline
 * and even a mailbox, so what they share counts for a match only against strangers, and once. Immutable; of any number of
 * threads.
 */
public final class MatchModel {

    private static final int ATTRIBUTES = Attribute.values().length;
    private static final double LIMIT = 60;
    private static final double STEP = 64;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private static final Odds SHIPPED_ODDS = new Odds(-16, -17.5, 2);

    /**
     * How likely two records are to have to do with one another before anything was compared.
     *
     * @param match bits for one customer, against strangers
     * @param household bits for one household, against strangers
     * @param perCustomer how many records a customer has, as a record sees it
     */
    record Odds(double match, double household, double perCustomer) {}

    private final Odds odds;
    private final Rates rates;
    private final Terms terms;
    private final double[][] matchBits;
    private final double[][] householdBits;

    MatchModel(Odds odds, Rates rates, Terms terms) {
        this.odds = odds;
        this.rates = rates;
        this.terms = terms;
        this.matchBits = rates.matchBits();
        this.householdBits = rates.householdBits();
    }

    /** The shipped weights, in force until there are enough records to learn from. */
    public static MatchModel initial() {
        return new MatchModel(SHIPPED_ODDS, Rates.initial(), Terms.none(SHIPPED_ODDS.perCustomer()));
    }

    /** @throws IllegalArgumentException if the text is not one of {@link #json} */
    public static MatchModel parse(String json) {
        try {
            var form = JSON.readValue(json, Form.class);
            // A model of an older version knows other levels: until it is learnt anew, what is shipped counts.
            var rates = form.rates().fitsAttributes() ? form.rates() : Rates.initial();
            return new MatchModel(form.odds(), rates, Terms.of(form.terms()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not the JSON form of a model", e);
        }
    }

    /** The same model gives the same text; it holds hashes of values, no values. */
    public String json() {
        try {
            return JSON.writeValueAsString(new Form(odds, rates, terms.form()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A model can always be written", e);
        }
    }

    private record Form(Odds odds, Rates rates, Terms.Form terms) {}

    Odds odds() {
        return odds;
    }

    Rates rates() {
        return rates;
    }

    Terms terms() {
        return terms;
    }

    /** How alike two records are, in bits: above 0 they are more likely one customer than not. Symmetric. */
    public double weight(Traits a, Traits b) {
        var evidence = evidence(Comparison.of(a.profile(), b.profile(), terms));
        return round(evidence.match() - log2of1plus(evidence.household()));
    }

    /**
     * Both against strangers, in bits.
     *
     * @param match for one customer
     * @param household for one household
     */
    record Evidence(double match, double household) {
        static final Evidence NONE = new Evidence(0, 0);
    }

    /** What one attribute says. */
    Evidence evidence(Comparison comparison, int attribute) {
        int level = comparison.level(attribute);
        float bits = comparison.bits(attribute);
        return new Evidence(matchBits[attribute][level] + bits, householdBits[attribute][level] + bits);
    }

    Comparison compare(Traits a, Traits b) {
        return Comparison.of(a.profile(), b.profile(), terms);
    }

    double weight(Evidence evidence) {
        return round(evidence.match() - log2of1plus(evidence.household()));
    }

    Evidence evidence(Comparison comparison) {
        double match = odds.match();
        double household = odds.household();
        for (int attribute = 0; attribute < ATTRIBUTES; attribute++) {
            int level = comparison.level(attribute);
            if (level != Comparison.NOTHING) {
                float bits = comparison.bits(attribute);
                match += matchBits[attribute][level] + bits;
                household += householdBits[attribute][level] + bits;
            }
        }
        return new Evidence(match, household);
    }

    Evidence evidence(Pattern pattern) {
        double match = odds.match() + pattern.bits();
        double household = odds.household() + pattern.bits();
        for (int attribute = 0; attribute < ATTRIBUTES; attribute++) {
            int level = pattern.level(attribute);
            if (level != Comparison.NOTHING) {
                match += matchBits[attribute][level];
                household += householdBits[attribute][level];
            }
        }
        return new Evidence(match, household);
    }

    /** A multiple of 1/64, so that it survives being kept as a float. */
    private static double round(double weight) {
        return Math.rint(Math.max(-LIMIT, Math.min(LIMIT, weight)) * STEP) / STEP;
    }

    static double log2of1plus(double bits) {
        return bits > 40 ? bits : bits < -40 ? 0 : Math.log1p(Math.pow(2, bits)) / Math.log(2);
    }

    /** The weight, explained. */
    public PairScore score(Traits a, Traits b) {
        var comparison = Comparison.of(a.profile(), b.profile(), terms);
        var levels = new ArrayList<Level>();
        levels.add(new Level("prior", "before", round(odds.match())));
        for (var attribute : Attribute.values()) {
            int level = comparison.level(attribute.ordinal());
            if (level != Comparison.NOTHING) {
                double bits = matchBits[attribute.ordinal()][level] + comparison.bits(attribute.ordinal());
                levels.add(new Level(
                        attribute.code(), attribute.levels().get(level).code(), round(bits)));
            }
        }
        double shared = round(-log2of1plus(evidence(comparison).household()));
        if (shared < 0) {
            levels.add(new Level("household", "shared-evidence", shared));
        }
        return new PairScore(weight(a, b), levels);
    }

    /** Components are closed over edges of at least this weight; one below never joins anything. */
    public double clusterWeight() {
        return 1;
    }

    /** Edges below are not worth keeping. */
    public double keepWeight() {
        return 1;
    }

    /** From here on two clusters are joined without asking: the few doubtful pairs stand among many certain ones. */
    double joinWeight() {
        return 3;
    }

    /** The probability that two records are about one customer. */
    public static double probability(double weight) {
        return 1 / (1 + Math.pow(2, -weight));
    }
}
