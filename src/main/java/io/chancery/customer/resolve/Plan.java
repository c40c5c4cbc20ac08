package io.chancery.customer.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/** What is to be written so that some records belong to whom they should. Grows group by group. */
public final class Plan {

    private final Act act;
    private final Supplier<UUID> newId;
    private final List<Move> moves = new ArrayList<>();
    private final List<UUID> opened = new ArrayList<>();
    private final Map<UUID, UUID> merged = new TreeMap<>();

    /** @param newId makes the id of a new customer; later ones compare greater */
    public Plan(Act act, Supplier<UUID> newId) {
        this.act = act;
        this.newId = newId;
    }

    /**
     * Adds all clusters of some customers.
     *
     * @return the customer of each record from now on
     */
    public Map<UUID, UUID> add(List<List<Member>> clusters, Collection<Known> known) {
        var ownership = Ownership.of(clusters, act::ownerBefore, newId);
        moves.addAll(new Moves(ownership.owners(), known, act.operation()).of(clusters));
        opened.addAll(ownership.opened());
        merged.putAll(ownership.merged());
        return new HashMap<>(ownership.owners());
    }

    public List<Move> moves() {
        return moves;
    }

    public List<UUID> opened() {
        return opened;
    }

    /** Customers that become aliases, and of whom. */
    public Map<UUID, UUID> merged() {
        return merged;
    }

    /** The customers that gain or lose a record. */
    public Set<UUID> touched() {
        var touched = new HashSet<>(merged.keySet());
        for (var move : moves) {
            touched.add(move.to());
            if (move.from() != null) {
                touched.add(move.from());
            }
        }
        return touched;
    }

    public boolean revives() {
        return !act.owners().isEmpty();
    }
}
