package io.chancery.customer.matching;

import java.util.ArrayList;
import java.util.List;

/** The members of a component, put together step by step. */
final class Clusters {

    /** No single pair weighs more, for or against, so that one attribute cannot outvote all others. */
    private static final double MOST = 12;

    /** Of larger clusters not every pair is weighed. */
    private static final int MOST_PAIRS = 400;

    private final Component component;
    private final MatchModel model;
    private final int[] clusterOf;
    private final List<List<Integer>> members = new ArrayList<>();

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

    double weight(int a, int b) {
        return model.weight(component.members().get(a), component.members().get(b));
    }

    /** Whether a person said that a member of one cluster is not a member of the other. */
    boolean areDifferent(int first, int second) {
        return component.different().stream()
                .anyMatch(pair -> (clusterOf[pair.a()] == first && clusterOf[pair.b()] == second)
                        || (clusterOf[pair.a()] == second && clusterOf[pair.b()] == first));
    }

    /** How alike two clusters are: the mean weight over their pairs. */
    double likeness(int first, int second) {
        var one = members.get(first);
        var other = members.get(second);
        int step = 1 + one.size() * other.size() / MOST_PAIRS;
        double sum = 0;
        int count = 0;
        for (int i = 0; i < one.size() * other.size(); i += step) {
            double weight = weight(one.get(i / other.size()), other.get(i % other.size()));
            sum += Math.max(-MOST, Math.min(MOST, weight));
            count++;
        }
        return sum / count;
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
