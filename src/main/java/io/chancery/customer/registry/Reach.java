package io.chancery.customer.registry;

import static java.util.Objects.requireNonNull;

import io.chancery.customer.resolve.Known;
import io.chancery.customer.resolve.Settlement;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What can be reached from some records by edges of at least one weight, group by group. A group of more records than any
 * customer can have is given up: generic values have joined strangers in it, and only what is more alike counts there.
 */
final class Reach {

    /** What is so much alike is taken together, however many it is. */
    private static final double NEVER_TOO_MANY = 60;

    private final EdgeTable edges;
    private final double joins;
    private final boolean wholeCustomers;
    private final Map<UUID, UUID> parents = new HashMap<>();
    private final Map<UUID, Integer> sizes = new HashMap<>();
    private final Set<Known> known = new LinkedHashSet<>();

    /** @param wholeCustomers whether a customer is reached with all its records, so that none is cut in two at the rim */
    Reach(EdgeTable edges, double joins, boolean wholeCustomers) {
        this.edges = edges;
        this.joins = joins;
        this.wholeCustomers = wholeCustomers;
    }

    void expand(Set<UUID> seeds) {
        Set<UUID> frontier = seeds;
        while (!frontier.isEmpty()) {
            frontier.forEach(this::add);
            var next = new TreeSet<UUID>();
            for (var one : edges.touching(frontier)) {
                known.add(one);
                if (one.joins(joins)) {
                    meet(one.pair().a(), next);
                    meet(one.pair().b(), next);
                    join(one.pair().a(), one.pair().b());
                }
            }
            if (wholeCustomers && !next.isEmpty()) {
                meetSiblings(next);
            }
            next.removeIf(this::isInTooLarge);
            frontier = next;
        }
    }

    private void meetSiblings(Set<UUID> next) {
        var first = new HashMap<UUID, UUID>();
        edges.siblings(Set.copyOf(next)).forEach((record, customer) -> {
            meet(record, next);
            join(first.computeIfAbsent(customer, none -> record), record);
        });
    }

    private void meet(UUID record, Set<UUID> next) {
        if (!parents.containsKey(record)) {
            add(record);
            next.add(record);
        }
    }

    private void add(UUID record) {
        parents.putIfAbsent(record, record);
        sizes.putIfAbsent(record, 1);
    }

    private UUID root(UUID record) {
        var root = record;
        for (var parent = parent(root); !parent.equals(root); parent = parent(root)) {
            root = parent;
        }
        return root;
    }

    private UUID parent(UUID record) {
        return requireNonNull(parents.get(record));
    }

    private int size(UUID root) {
        return requireNonNull(sizes.get(root));
    }

    private void join(UUID a, UUID b) {
        var one = root(a);
        var other = root(b);
        if (!one.equals(other)) {
            boolean isSmaller = size(one) < size(other);
            var small = isSmaller ? one : other;
            var large = isSmaller ? other : one;
            parents.put(small, large);
            sizes.merge(large, size(small), Integer::sum);
        }
    }

    private boolean isInTooLarge(UUID record) {
        return joins < NEVER_TOO_MANY && size(root(record)) > Settlement.LARGEST;
    }

    /** Those of the records whose group was given up. */
    Set<UUID> givenUp(Collection<UUID> records) {
        return records.stream().filter(this::isInTooLarge).collect(Collectors.toSet());
    }

    /** The records of all groups that were not given up. */
    Set<UUID> records() {
        return parents.keySet().stream().filter(record -> !isInTooLarge(record)).collect(Collectors.toSet());
    }

    /** What is known about pairs of which at least one record was reached. */
    Collection<Known> known() {
        return known;
    }
}
