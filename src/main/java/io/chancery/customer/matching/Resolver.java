package io.chancery.customer.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Decides which members of a component are one customer. The two clusters that are most alike are joined first, and what they are
 * together is compared again, so that one bad edge cannot fuse two families. Whatever people decided holds; where they contradict
 * one another, «different» wins, because a customer too many does less harm than another person's invoice.
 */
public final class Resolver {

    private final MatchModel model;

    public Resolver(MatchModel model) {
        this.model = model;
    }

    /** The same component, in whatever order its edges and decisions come, gives the same clusters. */
    public Resolution resolve(Component component) {
        return new Run(component, model).resolve();
    }

    private static final class Run {

        /** A cluster that is nearly as near as the best is a rival. */
        private static final double MARGIN = 1;

        /** A record that only just belongs to its customer. */
        private static final double BARELY = .25;

        /** So little alike are two records that people joined, when their decision is worth another look. */
        private static final double UNLIKE = -8;

        private static final Comparator<Component.Pair> BY_MEMBERS =
                Comparator.comparingInt(Component.Pair::a).thenComparingInt(Component.Pair::b);

        private final Component component;
        private final MatchModel model;
        private final Clusters clusters;
        private final Links links;
        private final List<Doubt> doubts = new ArrayList<>();

        Run(Component component, MatchModel model) {
            this.component = component;
            this.model = model;
            this.clusters = new Clusters(component, model);
            this.links = new Links();
        }

        Resolution resolve() {
            clusters.joinEqual();
            component.same().stream().map(Run::inOrder).sorted(BY_MEMBERS).forEach(this::obey);
            var edges = component.edges().stream()
                    .filter(edge -> edge.weight() >= model.clusterWeight())
                    .sorted(Comparator.comparingDouble((Edge edge) -> -edge.weight())
                            .thenComparingInt(Edge::a)
                            .thenComparingInt(Edge::b))
                    .toList();
            edges.forEach(edge -> connect(clusters.of(edge.a()), clusters.of(edge.b())));
            for (var best = best(); best.isPresent(); best = best()) {
                join(best.get(), edges);
            }
            addOpenDoubts(edges);
            doubts.sort(Comparator.comparingInt(Doubt::a).thenComparingInt(Doubt::b));
            return new Resolution(clusters.toArray(), doubts);
        }

        private static Component.Pair inOrder(Component.Pair pair) {
            return new Component.Pair(Math.min(pair.a(), pair.b()), Math.max(pair.a(), pair.b()));
        }

        private void obey(Component.Pair pair) {
            int first = clusters.of(pair.a());
            int second = clusters.of(pair.b());
            if (first != second && !clusters.areDifferent(first, second)) {
                clusters.join(first, second);
            }
            double weight = model.weight(
                    component.members().get(pair.a()), component.members().get(pair.b()));
            if (weight < UNLIKE) {
                doubts.add(new Doubt(pair.a(), pair.b(), weight, DoubtKind.UPDATE));
            }
        }

        private void connect(int first, int second) {
            if (first != second && !links.contains(first, second) && !clusters.areDifferent(first, second)) {
                links.put(first, second, clusters.likeness(Math.min(first, second), Math.max(first, second)));
            }
        }

        private Optional<Links.Link> best() {
            return links.bestFirst()
                    .takeWhile(link -> link.weight() >= model.joinWeight())
                    .filter(link -> !isContested(link))
                    .findFirst();
        }

        /** Whether somebody else is about as near to one of them as the other is, and cannot be the same as that other. */
        private boolean isContested(Links.Link link) {
            return hasRival(link, link.a(), link.b()) || hasRival(link, link.b(), link.a());
        }

        private boolean hasRival(Links.Link link, int one, int other) {
            double enough = Math.max(link.weight() - MARGIN, model.clusterWeight());
            return links.neighbours(one).stream()
                    .filter(rival -> rival != other && links.weight(one, rival) >= enough)
                    .anyMatch(rival -> clusters.areDifferent(rival, other)
                            || clusters.inConflict(Math.min(rival, other), Math.max(rival, other)));
        }

        private void join(Links.Link link, List<Edge> edges) {
            if (link.weight() < model.joinWeight() + BARELY) {
                edges.stream()
                        .filter(edge -> isBetween(edge, link.a(), link.b()))
                        .findFirst()
                        .ifPresent(edge -> doubts.add(new Doubt(edge.a(), edge.b(), link.weight(), DoubtKind.ABOVE)));
            }
            clusters.join(link.a(), link.b());
            links.remove(link.a(), link.b()).forEach(neighbour -> connect(Math.min(link.a(), link.b()), neighbour));
        }

        private boolean isBetween(Edge edge, int first, int second) {
            int a = clusters.of(edge.a());
            int b = clusters.of(edge.b());
            return (a == first && b == second) || (a == second && b == first);
        }

        /** Of two clusters that stayed apart the pair that is most alike. */
        private void addOpenDoubts(List<Edge> edges) {
            var asked = new HashSet<Component.Pair>();
            for (var edge : edges) {
                var pair = inOrder(new Component.Pair(clusters.of(edge.a()), clusters.of(edge.b())));
                if (links.contains(pair.a(), pair.b()) && asked.add(pair)) {
                    double weight = links.weight(pair.a(), pair.b());
                    if (weight >= model.clusterWeight()) {
                        doubts.add(new Doubt(edge.a(), edge.b(), weight, kind(pair, weight)));
                    }
                }
            }
        }

        private DoubtKind kind(Component.Pair clusterPair, double weight) {
            if (weight >= model.joinWeight()) {
                return DoubtKind.MARGIN;
            }
            boolean customers = clusters.size(clusterPair.a()) > 1 && clusters.size(clusterPair.b()) > 1;
            return customers ? DoubtKind.DUPLICATE : DoubtKind.BELOW;
        }
    }
}
