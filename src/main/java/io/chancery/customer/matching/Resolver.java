package io.chancery.customer.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Decides which members of a component are one customer. */
public final class Resolver {

    private static final double JOIN = 7;

    private final MatchModel model;

    public Resolver(MatchModel model) {
        this.model = model;
    }

    public Resolution resolve(Component component) {
        int size = component.members().size();
        var clusterOf = new int[size];
        for (int i = 0; i < size; i++) {
            clusterOf[i] = i;
        }
        component.same().forEach(pair -> join(clusterOf, pair.a(), pair.b(), component));
        var doubts = new ArrayList<Doubt>();
        for (var edge : sorted(component.edges())) {
            if (edge.weight() >= JOIN) {
                join(clusterOf, edge.a(), edge.b(), component);
            } else if (edge.weight() >= model.clusterWeight() && clusterOf[edge.a()] != clusterOf[edge.b()]) {
                doubts.add(new Doubt(edge.a(), edge.b(), edge.weight(), DoubtKind.BELOW));
            }
        }
        return new Resolution(clusterOf, doubts);
    }

    private static List<Edge> sorted(List<Edge> edges) {
        return edges.stream()
                .sorted(Comparator.comparingDouble((Edge edge) -> -edge.weight())
                        .thenComparingInt(Edge::a)
                        .thenComparingInt(Edge::b))
                .toList();
    }

    private static void join(int[] clusterOf, int a, int b, Component component) {
        int first = clusterOf[a];
        int second = clusterOf[b];
        boolean forbidden = component.different().stream()
                .anyMatch(pair -> (clusterOf[pair.a()] == first && clusterOf[pair.b()] == second)
                        || (clusterOf[pair.a()] == second && clusterOf[pair.b()] == first));
        if (!forbidden) {
            for (int i = 0; i < clusterOf.length; i++) {
                if (clusterOf[i] == first || clusterOf[i] == second) {
                    clusterOf[i] = Math.min(first, second);
                }
            }
        }
    }
}
