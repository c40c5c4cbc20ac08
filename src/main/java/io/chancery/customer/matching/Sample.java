package io.chancery.customer.matching;

import io.chancery.customer.matching.compare.Attribute;
import io.chancery.customer.matching.compare.Terms;
import io.chancery.customer.matching.count.Hash;
import io.chancery.customer.matching.count.LongTable;
import io.chancery.customer.matching.count.SharedKeys;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is looked at to learn: all values, counted; pairs that share a key, and pairs by chance. */
final class Sample {

    private static final int FEWEST_RECORDS = 60;
    private static final int MOST_KEYS = 300_000;
    private static final int MOST_PAIRS = 150_000;
    private static final int CHANCE_RECORDS = 4_000;
    private static final int CHANCE_PAIRS = 100_000;
    private static final int MOST_TERMS = 3_000;
    private static final float FEWEST_TERMS = 2;

    /**
     * Two records.
     *
     * @param weight for how many such pairs it stands
     */
    record Pair(Traits a, Traits b, double weight) {}

    private record Known(Traits traits, long[] keys) {
        static final Known NOTHING = new Known(Traits.NONE, new long[0]);
    }

    private final Map<Attribute, LongTable> values = new EnumMap<>(Attribute.class);
    private final Map<Attribute, Integer> counts = new EnumMap<>(Attribute.class);
    private final SortedMap<Attribute, String> frequent = new TreeMap<>();
    private final Map<Attribute, Double> rest = new EnumMap<>(Attribute.class);
    private final SharedKeys keys = new SharedKeys(MOST_KEYS);
    private int records;
    private long step = 1;
    private List<Pair> candidates = List.of();
    private List<Pair> chance = List.of();

    private Sample() {}

    static Sample of(Iterable<Traits> records) {
        var sample = new Sample();
        records.forEach(sample::count);
        sample.sumUp();
        sample.choosePairs(records);
        return sample;
    }

    private void count(Traits traits) {
        for (long key : MatchKeys.of(traits)) {
            keys.add(key, records);
        }
        records++;
        for (var attribute : Attribute.values()) {
            var terms = attribute.terms(traits.profile());
            if (!terms.isEmpty()) {
                counts.merge(attribute, 1, Integer::sum);
                terms.forEach(term -> table(attribute).add(Terms.hash(attribute, term), 1));
            }
        }
    }

    private void choosePairs(Iterable<Traits> all) {
        var groups = keys.groups(MatchKeys.MOST_RECORDS);
        var wanted = new HashMap<Integer, Known>();
        groups.forEach(group -> Arrays.stream(group.records()).forEach(record -> wanted.put(record, Known.NOTHING)));
        int step = Math.max(1, records / CHANCE_RECORDS);
        var some = new ArrayList<Traits>();
        int index = 0;
        for (var traits : all) {
            wanted.computeIfPresent(index, (key, nothing) -> new Known(traits, MatchKeys.of(traits)));
            if (index % step == 0) {
                some.add(traits);
            }
            index++;
        }
        chance = pairsByChance(some);
        candidates = pairsOf(groups, wanted);
    }

    /** The same numbers every time. */
    private static List<Pair> pairsByChance(List<Traits> some) {
        var pairs = new ArrayList<Pair>();
        long all = (long) some.size() * (some.size() - 1) / 2;
        for (long i = 0; i < Math.min(CHANCE_PAIRS, all * 2); i++) {
            long dice = Hash.mix(i + 1);
            int a = (int) Math.floorMod(dice, (long) some.size());
            int b = (int) Math.floorMod(Hash.mix(dice), (long) some.size());
            if (a != b) {
                pairs.add(new Pair(some.get(a), some.get(b), 1));
            }
        }
        return pairs;
    }

    private List<Pair> pairsOf(List<SharedKeys.Group> groups, Map<Integer, Known> wanted) {
        long all = groups.stream().mapToLong(SharedKeys.Group::pairs).sum();
        step = 1 + all / MOST_PAIRS;
        var inGroups = groups.stream().map(SharedKeys.Group::key).collect(Collectors.toSet());
        var pairs = new ArrayList<Pair>();
        for (var group : groups) {
            group.forEachPair((a, b) -> {
                if (Math.floorMod(Hash.mix(a * 31L + b), step) == 0) {
                    addPair(pairs, group.key(), inGroups, List.of(wanted.get(a), wanted.get(b)));
                }
            });
        }
        return pairs;
    }

    /** A pair that shares several keys comes once, with the smallest; it was the likelier to be chosen, and weighs less. */
    private void addPair(List<Pair> pairs, long key, Set<Long> inGroups, List<Known> two) {
        var second = two.get(1).keys();
        var shared = Arrays.stream(two.get(0).keys())
                .filter(candidate -> Arrays.binarySearch(second, candidate) >= 0)
                .toArray();
        long first = Arrays.stream(shared).filter(inGroups::contains).min().orElse(key);
        if (first == key) {
            double chosen = 1 - Math.pow(1 - keys.share(), shared.length);
            pairs.add(new Pair(two.get(0).traits(), two.get(1).traits(), step / chosen));
        }
    }

    private LongTable table(Attribute attribute) {
        return values.computeIfAbsent(attribute, none -> new LongTable());
    }

    boolean isTooSmall() {
        return records < FEWEST_RECORDS;
    }

    int records() {
        return records;
    }

    double allPairs() {
        return records * (records - 1.0) / 2;
    }

    List<Pair> candidates() {
        return candidates;
    }

    List<Pair> chance() {
        return chance;
    }

    /** How many records have a value. */
    int count(Attribute attribute) {
        return counts.getOrDefault(attribute, 0);
    }

    Terms terms(double perCustomer, Map<Attribute, Double> strangers) {
        var counted = new TreeMap<Attribute, Terms.Count>();
        frequent.forEach((attribute, text) -> counted.put(
                attribute,
                new Terms.Count(
                        count(attribute),
                        rest.getOrDefault(attribute, 1.0),
                        rounded(strangers.getOrDefault(attribute, 1.0)))));
        return Terms.of(new Terms.Form(perCustomer, counted, frequent));
    }

    private void sumUp() {
        for (var attribute : counts.keySet()) {
            var entries = table(attribute).above(FEWEST_TERMS, MOST_TERMS);
            float most = entries.length < MOST_TERMS ? FEWEST_TERMS : entries[MOST_TERMS - 1].value();
            frequent.put(attribute, Terms.text(entries));
            rest.put(attribute, rounded(table(attribute).meanUpTo(most)));
        }
    }

    /** Enough digits for a weight, and few for a text. */
    static double rounded(double value) {
        return value == 0 ? 0 : new BigDecimal(value).round(new MathContext(6)).doubleValue();
    }
}
