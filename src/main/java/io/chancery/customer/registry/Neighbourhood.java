package io.chancery.customer.registry;

import io.chancery.customer.resolve.Known;
import io.chancery.customer.resolve.Settlement;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * All records that what changed can concern: those that hang together by edges strong enough to join, or by a person's
 * word, and the other records of the customers that lost a record.
 *
 * @param records all of them
 * @param known what is known about pairs of which at least one record is among them
 */
record Neighbourhood(Set<UUID> records, Collection<Known> known) {

    static Neighbourhood of(Collection<UUID> changed, EdgeTable edges, double clusterWeight) {
        Set<UUID> seeds = new HashSet<>(changed);
        seeds.addAll(edges.siblings(changed).keySet());
        var records = new HashSet<UUID>();
        var known = new LinkedHashSet<Known>();
        for (double joins = clusterWeight; !seeds.isEmpty(); joins += Settlement.STEP) {
            var reach = new Reach(edges, joins, joins > clusterWeight);
            reach.expand(seeds);
            records.addAll(reach.records());
            known.addAll(reach.known());
            seeds = reach.givenUp(seeds);
        }
        return new Neighbourhood(records, known);
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
