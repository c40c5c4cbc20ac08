package io.chancery.customer.matching;

import io.chancery.customer.matching.MatchModel.Evidence;
import io.chancery.customer.matching.compare.Attribute;
import io.chancery.customer.matching.compare.Comparison;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The members of a component, put together step by step. */
final class Clusters {

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

    int of(int member) {
        return clusterOf[member];
    }

    int[] toArray() {
        return clusterOf.clone();
    }

    List<Integer> members(int cluster) {
        return members.get(cluster);
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
        double match = model.odds().match();
        double household = model.odds().household();
        var pairs = pairs(members.get(first), members.get(second));
        for (var attribute : Attribute.values()) {
            var evidence = attribute.isPersonal() ? mean(pairs, attribute.ordinal()) : best(pairs, attribute.ordinal());
            match += evidence.match();
            household += evidence.household();
        }
        return model.weight(new Evidence(match, household));
    }

    private List<Comparison> pairs(List<Integer> one, List<Integer> other) {
        int all = one.size() * other.size();
        int step = 1 + all / MOST_PAIRS;
        var pairs = new ArrayList<Comparison>(all / step + 1);
        for (int i = 0; i < all; i += step) {
            pairs.add(comparison(one.get(i / other.size()), other.get(i % other.size())));
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
