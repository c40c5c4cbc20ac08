package io.chancery.customer.steward;

import io.chancery.customer.OperationResult;
import io.chancery.customer.UnknownCustomerException;
import io.chancery.customer.registry.CustomerRecords;
import io.chancery.customer.registry.CustomerRecords.Subject;
import io.chancery.customer.registry.MatchLock;
import io.chancery.customer.registry.Resolution;
import io.chancery.customer.resolve.Act;
import io.chancery.customer.resolve.Known.Kind;
import io.chancery.customer.resolve.RecordPair;
import io.chancery.vocabulary.Ucid;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what stewards decide. A decision is about pairs of records and binds the engine for as long as it stands;
 * a dry run does everything, tells what came of it, and rolls it back.
 */
@ApplicationScoped
public class Stewardship {

    private final MatchLock lock;
    private final Resolution resolution;
    private final OperationTable operations;
    private final CustomerRecords customers;
    private final Parties parties;

    Stewardship(
            MatchLock lock,
            Resolution resolution,
            OperationTable operations,
            CustomerRecords customers,
            Parties parties) {
        this.lock = lock;
        this.resolution = resolution;
        this.operations = operations;
        this.customers = customers;
        this.parties = parties;
    }

    /**
     * Makes two customers one, for good.
     *
     * @throws StewardException if one of them is unknown or has changed since, or if they are one already
     */
    @Transactional
    public OperationResult merge(Ucid ucid, Orders.Merge order, String actor) {
        lock.acquire();
        var one = get(ucid, order.version());
        var other = get(order.other(), order.otherVersion());
        if (one.id().equals(other.id())) {
            throw StewardException.invalid("/other", "They are one customer already");
        }
        var operation = operations.open("merge", actor, order.reason(), null);
        var records = new ArrayList<>(one.records());
        records.addAll(other.records());
        operations.decide(
                operation,
                together(records),
                apart(one.records(), other.records()).keySet());
        return settle(Act.of(operation), records, order.dryRun());
    }

    /**
     * Takes records away from a customer, for good; they stay together.
     *
     * @throws StewardException if the customer is unknown or has changed since, or if nobody would be left on one side
     */
    @Transactional
    public OperationResult split(Ucid ucid, Orders.Split order, String actor) {
        lock.acquire();
        var customer = get(ucid, order.version());
        var leaving = new ArrayList<UUID>();
        for (int i = 0; i < order.records().size(); i++) {
            var record = customers.findRecord(order.records().get(i)).filter(customer.records()::contains);
            var pointer = "/records/" + i;
            leaving.add(record.orElseThrow(() -> StewardException.invalid(pointer, "The customer has no such record")));
        }
        var staying = new ArrayList<>(customer.records());
        staying.removeAll(leaving);
        if (leaving.isEmpty() || staying.isEmpty()) {
            throw StewardException.invalid("/records", "At least one record must leave, and one must stay");
        }
        var operation = operations.open("split", actor, order.reason(), null);
        var decisions = new HashMap<>(apart(leaving, staying));
        decisions.putAll(together(leaving));
        operations.decide(operation, decisions, Set.of());
        return settle(Act.of(operation), customer.records(), order.dryRun());
    }

    /** Settles a question about two records. */
    OperationResult decide(RecordPair pair, Orders.Decision order, String actor) {
        var operation = operations.open(order.verdict().code(), actor, order.reason(), null);
        var kind = Kind.valueOf(order.verdict().name());
        operations.decide(operation, Map.of(pair, kind), Set.of());
        return settle(Act.of(operation), List.of(pair.a(), pair.b()), order.dryRun());
    }

    /**
     * Makes everything as if the operation had never been, but for what happened to other records since. Customers come
     * back under the ids they had.
     *
     * @throws StewardException if there is no such operation, or it cannot be taken back
     */
    @Transactional
    public OperationResult undo(UUID id, Orders.Undo order, String actor) {
        lock.acquire();
        var operation = operations.find(id).orElseThrow(StewardException::unknownOperation);
        if (operation.undone()) {
            throw StewardException.cannotUndo("It has been taken back already");
        }
        if (operation.kind().equals("undo") || operation.kind().equals("rematch")) {
            throw StewardException.cannotUndo("Only what a person decided about records can be taken back");
        }
        var origins = operations.origins(id);
        var concerned = new HashSet<>(operations.decided(id));
        concerned.addAll(origins.keySet());
        var undo = operations.open("undo", actor, order.reason(), id);
        operations.takeBack(id);
        return settle(new Act(undo, origins), concerned, order.dryRun());
    }

    private Subject get(Ucid ucid, @Nullable Long version) {
        var subject = customers.find(ucid).orElseThrow(UnknownCustomerException::new);
        if (version != null && version != subject.version()) {
            throw StewardException.stale();
        }
        return subject;
    }

    /** A chain through all records holds them together, whatever becomes of the others. */
    private static Map<RecordPair, Kind> together(List<UUID> records) {
        var decisions = new HashMap<RecordPair, Kind>();
        for (int i = 1; i < records.size(); i++) {
            decisions.put(new RecordPair(records.get(0), records.get(i)), Kind.SAME);
        }
        return decisions;
    }

    private static Map<RecordPair, Kind> apart(List<UUID> some, List<UUID> others) {
        var decisions = new HashMap<RecordPair, Kind>();
        some.forEach(one -> others.forEach(other -> decisions.put(new RecordPair(one, other), Kind.DIFFERENT)));
        return decisions;
    }

    private OperationResult settle(Act act, Collection<UUID> records, boolean dryRun) {
        var concerned = new HashSet<>(resolution.owners(records).values());
        concerned.addAll(resolution.settle(records, act));
        var result = new OperationResult(dryRun ? null : act.operation(), dryRun, parties.list(concerned));
        if (dryRun) {
            QuarkusTransaction.setRollbackOnly();
        }
        return result;
    }
}
