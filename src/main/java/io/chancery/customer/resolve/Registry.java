package io.chancery.customer.resolve;

import io.chancery.customer.resolve.EdgeTable.Known;
import io.chancery.platform.IdGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The register of customers: makes every cluster of records one customer, and writes down what that moved. */
@ApplicationScoped
class Registry {

    private final CustomerTable customers;
    private final LinkTable links;
    private final IdGenerator ids;
    private final Clock clock;

    Registry(CustomerTable customers, LinkTable links, IdGenerator ids, Clock clock) {
        this.customers = customers;
        this.links = links;
        this.ids = ids;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Map<UUID, UUID> owners(Collection<UUID> records) {
        return records.isEmpty() ? Map.of() : links.owners(records);
    }

    /**
     * Makes each cluster one customer.
     *
     * @param owners is filled with the customer of each record
     * @return the customers that gained or lost a record
     */
    Set<UUID> settle(List<List<Member>> clusters, Collection<Known> known, Act act, Map<UUID, UUID> owners) {
        var ownership = Ownership.of(clusters, act::ownerBefore, ids::next);
        owners.putAll(ownership.owners());
        var moves = new Moves(owners, known, act.operation()).of(clusters);
        if (moves.isEmpty()) {
            return Set.of();
        }
        var now = now();
        customers.open(ownership.opened(), now);
        links.move(moves, now);
        customers.merge(ownership.merged(), now);
        var touched = new HashSet<UUID>(ownership.merged().keySet());
        moves.forEach(move -> {
            touched.add(move.to());
            if (move.member().customer() != null) {
                touched.add(move.member().customer());
            }
        });
        if (!act.owners().isEmpty()) {
            customers.revive(touched.stream().filter(owners::containsValue).toList(), now);
        }
        return touched;
    }
}
