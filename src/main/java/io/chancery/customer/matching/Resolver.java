package io.chancery.customer.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Decides which members of a component are one customer. */
public final class Resolver {

    private static final double JOIN = Double.parseDouble(System.getProperty("join", "6"));
    private static final double AVERAGE = Double.parseDouble(System.getProperty("average", "0"));

    private final MatchModel model;

    public Resolver(MatchModel model) {
        this.model = model;
    }

    /** The same component, in whatever order its edges and decisions come, gives the same clusters. */
    public Resolution resolve(Component component) {
        var clusters = new Clusters(component, model);
        component.same().stream()
                .sorted(Comparator.comparingInt(Component.Pair::a).thenComparingInt(Component.Pair::b))
                .forEach(pair -> {
                    int first = clusters.of(pair.a());
                    int second = clusters.of(pair.b());
                    if (first != second && !clusters.areDifferent(first, second)) {
                        clusters.join(first, second);
                    }
                });
        var edges = sorted(component.edges());
        boolean moved = true;
        while (moved) {
            moved = false;
            for (var edge : edges) {
                if (edge.weight() < JOIN) {
                    break;
                }
                int first = clusters.of(edge.a());
                int second = clusters.of(edge.b());
                if (first != second
                        && !clusters.areDifferent(first, second)
                        && clusters.likeness(first, second) >= AVERAGE) {
                    clusters.join(first, second);
                    moved = true;
                }
            }
        }
        return new Resolution(clusters.toArray(), doubts(clusters, edges));
    }

    private static List<Doubt> doubts(Clusters clusters, List<Edge> edges) {
        var doubts = new ArrayList<Doubt>();
        var asked = new java.util.HashSet<Long>();
        for (var edge : edges) {
            int first = clusters.of(edge.a());
            int second = clusters.of(edge.b());
            if (first != second
                    && !clusters.areDifferent(first, second)
                    && asked.add(Math.min(first, second) * 1_000_000_000L + Math.max(first, second))) {
                doubts.add(new Doubt(
                        edge.a(),
                        edge.b(),
                        edge.weight(),
                        edge.weight() >= JOIN ? DoubtKind.DUPLICATE : DoubtKind.BELOW));
            }
        }
        return doubts;
    }

    private static List<Edge> sorted(List<Edge> edges) {
        return edges.stream()
                .sorted(Comparator.comparingDouble((Edge edge) -> -edge.weight())
                        .thenComparingInt(Edge::a)
                        .thenComparingInt(Edge::b))
                .toList();
    }
}
