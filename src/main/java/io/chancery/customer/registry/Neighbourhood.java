package io.chancery.customer.registry;

import io.chancery.customer.resolve.Known;
import io.chancery.customer.resolve.Known.Kind;
import io.chancery.customer.resolve.RecordPair;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** So many records hang together only if something is wrong with the data; then some of them are left for later. */
    private static final int MOST_RECORDS = 20_000;

    private record Place(RecordPair pair, boolean decided) {}

    static Neighbourhood of(Collection<UUID> changed, EdgeTable edges, double clusterWeight) {
        var reached = new HashSet<>(changed);
        reached.addAll(edges.siblings(changed).keySet());
        var known = new LinkedHashMap<Place, Known>();
        Collection<UUID> frontier = List.copyOf(reached);
        while (!frontier.isEmpty() && reached.size() < MOST_RECORDS) {
            var next = new TreeSet<UUID>();
            for (var one : edges.touching(frontier)) {
                known.put(new Place(one.pair(), one.kind() != Kind.WEIGHED), one);
                if (one.joins(clusterWeight)) {
                    next.add(one.pair().a());
                    next.add(one.pair().b());
                }
            }
            next.removeAll(reached);
            reached.addAll(next);
            frontier = next;
        }
        return new Neighbourhood(reached, known.values());
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
