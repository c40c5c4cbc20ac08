package io.chancery.customer.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Decides which members of a component are one customer. The two clusters that are most alike are joined first, and what they are
 * together is compared again, so that one bad edge cannot fuse two families. Whatever people decided holds.
 */
public final class Resolver {

    private static final double JOIN = Double.parseDouble(System.getProperty("join", "4.5"));
    private static final double MARGIN = Double.parseDouble(System.getProperty("margin", "3"));
    private static final double RIVAL = Double.parseDouble(System.getProperty("rival", "0"));

    private final MatchModel model;

    public Resolver(MatchModel model) {
        this.model = model;
    }

    /** The same component, in whatever order its edges and decisions come, gives the same clusters. */
    public Resolution resolve(Component component) {
        return new Run(component, model).resolve();
    }

    private static final class Run {

        private record Link(int a, int b) {
            static final Comparator<Link> ORDER =
                    Comparator.comparingInt(Link::a).thenComparingInt(Link::b);

            static Link of(int a, int b) {
                return new Link(Math.min(a, b), Math.max(a, b));
            }
        }

        private final Component component;
        private final Clusters clusters;
        private final Map<Link, Double> links = new TreeMap<>(Link.ORDER);
        private final List<TreeSet<Integer>> neighbours = new ArrayList<>();
        private final MatchModel model;

        Run(Component component, MatchModel model) {
            this.component = component;
            this.model = model;
            this.clusters = new Clusters(component, model);
            component.members().forEach(member -> neighbours.add(new TreeSet<>()));
        }

        Resolution resolve() {
            component.same().stream()
                    .sorted(Comparator.comparingInt(Component.Pair::a).thenComparingInt(Component.Pair::b))
                    .forEach(pair -> {
                        int first = clusters.of(pair.a());
                        int second = clusters.of(pair.b());
                        if (first != second && !clusters.areDifferent(first, second)) {
                            clusters.join(first, second);
                        }
                    });
            for (var edge : component.edges()) {
                if (edge.weight() >= model.clusterWeight()) {
                    connect(clusters.of(edge.a()), clusters.of(edge.b()));
                }
            }
            for (var best = best(); best != null; best = best()) {
                join(best);
            }
            return new Resolution(clusters.toArray(), doubts());
        }

        private void connect(int first, int second) {
            if (first != second && !clusters.areDifferent(first, second)) {
                links.computeIfAbsent(Link.of(first, second), link -> clusters.likeness(link.a(), link.b()));
                neighbours.get(first).add(second);
                neighbours.get(second).add(first);
            }
        }

        private Link best() {
            var candidates = links.entrySet().stream()
                    .filter(entry -> entry.getValue() >= JOIN)
                    .sorted(Map.Entry.<Link, Double>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey(Link.ORDER)))
                    .map(Map.Entry::getKey)
                    .toList();
            for (var link : candidates) {
                if (!isContested(link)) {
                    return link;
                }
            }
            return null;
        }

        private boolean isContested(Link link) {
            return hasRival(link.a(), link.b()) || hasRival(link.b(), link.a());
        }

        /** Whether somebody else is about as near to the one as the other is, and cannot be the same as the other. */
        private boolean hasRival(int one, int other) {
            double weight = links.get(Link.of(one, other));
            for (int rival : neighbours.get(one)) {
                if (rival != other
                        && links.get(Link.of(one, rival)) >= weight - MARGIN
                        && links.get(Link.of(one, rival)) >= model.clusterWeight()) {
                    var between = links.get(Link.of(rival, other));
                    double likeness = between == null
                            ? clusters.likeness(Math.min(rival, other), Math.max(rival, other))
                            : between;
                    if (likeness < RIVAL) {
                        return true;
                    }
                }
            }
            return false;
        }

        private void join(Link link) {
            clusters.join(link.a(), link.b());
            var near = new TreeSet<>(neighbours.get(link.a()));
            near.addAll(neighbours.get(link.b()));
            for (int one : List.of(link.a(), link.b())) {
                for (int neighbour : neighbours.get(one)) {
                    links.remove(Link.of(one, neighbour));
                    neighbours.get(neighbour).remove(one);
                }
                neighbours.get(one).clear();
            }
            near.remove(link.a());
            near.remove(link.b());
            near.forEach(neighbour -> connect(link.a(), neighbour));
        }

        private List<Doubt> doubts() {
            var doubts = new ArrayList<Doubt>();
            var asked = new HashSet<Link>();
            var edges = component.edges().stream()
                    .sorted(Comparator.comparingDouble((Edge edge) -> -edge.weight())
                            .thenComparingInt(Edge::a)
                            .thenComparingInt(Edge::b))
                    .toList();
            for (var edge : edges) {
                var link = Link.of(clusters.of(edge.a()), clusters.of(edge.b()));
                var likeness = links.get(link);
                if (likeness != null && likeness >= model.clusterWeight() && asked.add(link)) {
                    doubts.add(new Doubt(
                            edge.a(), edge.b(), likeness, likeness >= JOIN ? DoubtKind.MARGIN : DoubtKind.BELOW));
                }
            }
            return doubts;
        }
    }
}
