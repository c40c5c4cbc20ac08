package io.chancery.customer.matching;

import io.chancery.customer.matching.MatchModel.Evidence;
import io.chancery.customer.matching.compare.Attribute;
import io.chancery.customer.matching.compare.Comparison;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The members of a component, put together step by step. */
final class Clusters {

    /** So many bits more must speak for one customer than for a household, or there are two of them. */
    private static final double CLEARLY = 1;

    /** Of larger clusters not every pair is weighed. */
    private static final int MOST_PAIRS = 200;

    private final Component component;
    private final MatchModel model;
    private final int[] clusterOf;
    private final List<List<Integer>> members = new ArrayList<>();
    private final Map<Long, Comparison> comparisons = new HashMap<>();

    Clusters(Component component, MatchModel model) {
        this.component = component;
        this.model = model;
        this.clusterOf = new int[component.members().size()];
        for (int i = 0; i < clusterOf.length; i++) {
            clusterOf[i] = i;
            members.add(new ArrayList<>(List.of(i)));
        }
    }

    /** Joins members with equal traits, if these say enough; there may be a million of them, so it is done at once. */
    void joinEqual() {
        var equal = new LinkedHashMap<String, List<Integer>>();
        for (int i = 0; i < clusterOf.length; i++) {
            equal.computeIfAbsent(component.members().get(i).text(), text -> new ArrayList<>())
                    .add(i);
        }
        var apart = new HashSet<Integer>();
        component.different().forEach(pair -> apart.addAll(List.of(pair.a(), pair.b())));
        for (var group : equal.values()) {
            var traits = component.members().get(group.get(0));
            if (group.size() > 1 && model.weight(traits, traits) >= model.joinWeight()) {
                joinAll(group.stream().filter(member -> !apart.contains(member)).toList());
            }
        }
    }

    private void joinAll(List<Integer> group) {
        for (int member : group) {
            clusterOf[member] = group.get(0);
            members.get(member).clear();
        }
        if (!group.isEmpty()) {
            members.get(group.get(0)).addAll(group);
        }
    }

    int of(int member) {
        return clusterOf[member];
    }

    int[] toArray() {
        return clusterOf.clone();
    }

    int size(int cluster) {
        return members.get(cluster).size();
    }

    /** Whether a person said that a member of one cluster is not a member of the other. */
    boolean areDifferent(int first, int second) {
        return component.different().stream()
                .anyMatch(pair -> (clusterOf[pair.a()] == first && clusterOf[pair.b()] == second)
                        || (clusterOf[pair.a()] == second && clusterOf[pair.b()] == first));
    }

    /**
     * How alike two clusters are. What people have for life must agree on the whole: the mean over all pairs counts. Of what
     * changes over the years, one agreement is enough: the best pair counts.
     */
    double likeness(int first, int second) {
        return model.weight(evidence(first, second));
    }

    /** Whether more speaks for two customers than for one, be they strangers or of one household. */
    boolean inConflict(int first, int second) {
        var evidence = evidence(first, second);
        return evidence.match() - model.odds().match() < 0 || evidence.match() < evidence.household() + CLEARLY;
    }

    private Evidence evidence(int first, int second) {
        double match = model.odds().match();
        double household = model.odds().household();
        var pairs = pairs(members.get(first), members.get(second));
        for (var attribute : Attribute.values()) {
            var evidence = attribute.isPersonal() ? mean(pairs, attribute.ordinal()) : best(pairs, attribute.ordinal());
            match += evidence.match();
            household += evidence.household();
        }
        return new Evidence(match, household);
    }

    private List<Comparison> pairs(List<Integer> one, List<Integer> other) {
        long all = (long) one.size() * other.size();
        long step = 1 + all / MOST_PAIRS;
        var pairs = new ArrayList<Comparison>();
        for (long i = 0; i < all; i += step) {
            pairs.add(comparison(one.get((int) (i / other.size())), other.get((int) (i % other.size()))));
        }
        return pairs;
    }

    private Comparison comparison(int a, int b) {
        long key = (long) Math.min(a, b) * clusterOf.length + Math.max(a, b);
        return comparisons.computeIfAbsent(
                key,
                none -> model.compare(
                        component.members().get(Math.min(a, b)),
                        component.members().get(Math.max(a, b))));
    }

    private Evidence mean(List<Comparison> pairs, int attribute) {
        double match = 0;
        double household = 0;
        int count = 0;
        for (var pair : pairs) {
            if (pair.level(attribute) != Comparison.NOTHING) {
                var evidence = model.evidence(pair, attribute);
                match += evidence.match();
                household += evidence.household();
                count++;
            }
        }
        return count == 0 ? Evidence.NONE : new Evidence(match / count, household / count);
    }

    private Evidence best(List<Comparison> pairs, int attribute) {
        var best = Evidence.NONE;
        boolean found = false;
        for (var pair : pairs) {
            if (pair.level(attribute) != Comparison.NOTHING) {
                var evidence = model.evidence(pair, attribute);
                if (!found || evidence.match() > best.match()) {
                    best = evidence;
                    found = true;
                }
            }
        }
        return best;
    }

    void join(int first, int second) {
        int survivor = Math.min(first, second);
        int gone = Math.max(first, second);
        for (int member : members.get(gone)) {
            clusterOf[member] = survivor;
        }
        members.get(survivor).addAll(members.get(gone));
        members.get(survivor).sort(Integer::compare);
        members.get(gone).clear();
    }
}
