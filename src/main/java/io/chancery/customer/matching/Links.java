package io.chancery.customer.matching;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How alike the clusters are that have to do with one another, the best first. */
final class Links {

    /** Two clusters, the smaller index first. */
    record Link(int a, int b, double weight) {}

    private static final Comparator<Link> BEST_FIRST = Comparator.comparingDouble((Link link) -> -link.weight())
            .thenComparingInt(Link::a)
            .thenComparingInt(Link::b);

    private final TreeSet<Link> ordered = new TreeSet<>(BEST_FIRST);
    private final Map<Integer, TreeMap<Integer, Double>> neighbours = new HashMap<>();

    void put(int first, int second, double weight) {
        ordered.add(new Link(Math.min(first, second), Math.max(first, second), weight));
        neighbours.computeIfAbsent(first, none -> new TreeMap<>()).put(second, weight);
        neighbours.computeIfAbsent(second, none -> new TreeMap<>()).put(first, weight);
    }

    boolean contains(int first, int second) {
        return neighbours.getOrDefault(first, new TreeMap<>()).containsKey(second);
    }

    double weight(int first, int second) {
        return neighbours.getOrDefault(first, new TreeMap<>()).getOrDefault(second, Double.NEGATIVE_INFINITY);
    }

    Set<Integer> neighbours(int cluster) {
        return neighbours.getOrDefault(cluster, new TreeMap<>()).keySet();
    }

    Stream<Link> bestFirst() {
        return ordered.stream();
    }

    /** Forgets two clusters and tells who was near to either. */
    Set<Integer> remove(int first, int second) {
        var near = new TreeSet<Integer>();
        for (int gone : new int[] {first, second}) {
            var links = neighbours.remove(gone);
            if (links != null) {
                links.forEach((other, weight) -> {
                    ordered.remove(new Link(Math.min(gone, other), Math.max(gone, other), weight));
                    neighbours.getOrDefault(other, new TreeMap<>()).remove(gone);
                });
                near.addAll(links.keySet());
            }
        }
        near.remove(first);
        near.remove(second);
        return near;
    }
}
