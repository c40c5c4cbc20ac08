package io.chancery.customer.registry;

import io.chancery.customer.resolve.Known;
import io.chancery.customer.resolve.Known.Kind;
import io.chancery.customer.resolve.RecordPair;
import io.chancery.customer.resolve.Settlement;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * All records that what changed can concern: those that hang together by edges strong enough to join, or by a person's
 * word, and the other records of the customers that lost a record.
 *
 * @param records all of them
 * @param known what is known about pairs of which at least one record is among them
 */
record Neighbourhood(Set<UUID> records, Collection<Known> known) {

    /** What is so much alike is taken together, however many it is. */
    private static final double NEVER_TOO_MANY = 60;

    private record Place(RecordPair pair, boolean decided) {}

    static Neighbourhood of(Collection<UUID> changed, EdgeTable edges, double clusterWeight) {
        var seeds = new HashSet<>(changed);
        seeds.addAll(edges.siblings(changed).keySet());
        double joins = clusterWeight;
        var found = reach(seeds, edges, joins, clusterWeight);
        while (found.isEmpty()) {
            joins += Settlement.STEP;
            found = reach(seeds, edges, joins, clusterWeight);
        }
        return found.get();
    }

    /** Empty if more than so many hang together: generic values have joined strangers, and only what is more alike counts. */
    private static Optional<Neighbourhood> reach(Set<UUID> seeds, EdgeTable edges, double joins, double wholeFrom) {
        int most = seeds.size() + Settlement.LARGEST;
        var reached = new HashSet<>(seeds);
        var known = new LinkedHashMap<Place, Known>();
        Collection<UUID> frontier = seeds;
        while (!frontier.isEmpty()) {
            var next = new TreeSet<UUID>();
            for (var one : edges.touching(frontier)) {
                known.put(new Place(one.pair(), one.kind() != Kind.WEIGHED), one);
                if (one.joins(joins)) {
                    next.add(one.pair().a());
                    next.add(one.pair().b());
                }
            }
            if (joins > wholeFrom) {
                // Whole customers, so that none is cut in two at the rim.
                next.addAll(edges.siblings(next).keySet());
            }
            next.removeAll(reached);
            reached.addAll(next);
            if (reached.size() > most && joins < NEVER_TOO_MANY) {
                return Optional.empty();
            }
            frontier = next;
        }
        return Optional.of(new Neighbourhood(reached, known.values()));
    }

    /** What is known about pairs inside. */
    List<Known> inside() {
        return known.stream()
                .filter(one -> records.contains(one.pair().a())
                        && records.contains(one.pair().b()))
                .toList();
    }

    /** What is known about pairs with one record outside. */
    List<Known> across() {
        return known.stream()
                .filter(one -> records.contains(one.pair().a())
                        != records.contains(one.pair().b()))
                .toList();
    }
}
