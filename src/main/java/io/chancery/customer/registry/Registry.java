package io.chancery.customer.registry;

import io.chancery.customer.golden.GoldenValues;
import io.chancery.customer.resolve.Act;
import io.chancery.customer.resolve.Move;
import io.chancery.customer.resolve.Plan;
import io.chancery.platform.IdGenerator;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The register of customers: makes every cluster of records one customer, and writes down what that moved. */
@ApplicationScoped
class Registry {

    private final CustomerTable customers;
    private final LinkTable links;
    private final GoldenValues golden;
    private final IdGenerator ids;
    private final Clock clock;

    Registry(CustomerTable customers, LinkTable links, GoldenValues golden, IdGenerator ids, Clock clock) {
        this.golden = golden;
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

    /** Writes what was planned. */
    void write(Plan plan) {
        if (plan.moves().isEmpty()) {
            return;
        }
        var now = now();
        customers.open(plan.opened(), now);
        links.move(plan.moves(), now);
        customers.merge(plan.merged(), now);
        if (plan.revives()) {
            customers.revive(plan.moves().stream().map(Move::to).distinct().toList(), now);
        }
    }

    Map<UUID, Ucid> ucids(Collection<UUID> ids) {
        return customers.ucids(ids);
    }

    /**
     * Computes the golden values of customers anew.
     *
     * @param regrouped those of them that have other records than before
     */
    void refresh(Collection<UUID> customers, Set<UUID> regrouped) {
        golden.refresh(customers, regrouped);
    }

    Plan plan(Act act) {
        return new Plan(act, ids::next);
    }
}
