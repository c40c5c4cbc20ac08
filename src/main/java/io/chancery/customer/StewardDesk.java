package io.chancery.customer;

import io.chancery.customer.golden.ManualValues;
import io.chancery.customer.insight.Explanations;
import io.chancery.customer.insight.LinkHistory;
import io.chancery.customer.steward.Candidates;
import io.chancery.customer.steward.OperationTable;
import io.chancery.customer.steward.OrderBody;
import io.chancery.customer.steward.Orders;
import io.chancery.customer.steward.Stewardship;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where stewards decide who is who: uncertain pairs, merges, splits, values by hand, and taking it all back. */
@ApplicationScoped
public class StewardDesk {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final Candidates candidates;
    private final Stewardship stewardship;
    private final OperationTable operations;
    private final LinkHistory history;
    private final ManualValues values;
    private final Customers customers;

    StewardDesk(
            Candidates candidates,
            Stewardship stewardship,
            OperationTable operations,
            LinkHistory history,
            ManualValues values,
            Customers customers) {
        this.candidates = candidates;
        this.stewardship = stewardship;
        this.operations = operations;
        this.history = history;
        this.values = values;
        this.customers = customers;
    }

    /**
     * A part of the uncertain pairs.
     *
     * @param total of all parts
     * @param next where the following part begins; null after the last
     */
    public record Part(
            long total, List<CandidateView> items, @Nullable String next) {}

    /**
     * A record that came to a customer or left it.
     *
     * @param from null of a record that is new
     * @param to null of a record that is gone
     * @param act null if it was the engine, after a change of a record
     */
    public record Move(
            Instant at,
            String source,
            String record,
            @Nullable Ucid from,
            @Nullable Ucid to,
            String rule,
            @Nullable Act act) {}

    /**
     * What a person did about records, or a re-match.
     *
     * @param kind merge, split, same, different, undo or rematch
     * @param undoes the act that it took back
     * @param undone whether it was taken back itself
     * @param touched some of the customers that it changed
     */
    public record Act(
            UUID id,
            String kind,
            String by,
            String reason,
            Instant at,
            @Nullable UUID undoes,
            boolean undone,
            List<Ucid> touched) {

        /** Whether it can be taken back. */
        public boolean isUndoable() {
            return !undone && !Set.of("undo", "rematch").contains(kind);
        }
    }

    /** What would become of an order: golden records as they are, and as they would be. */
    public record Preview(OperationResult result, List<CustomerView> before, List<CustomerView> after) {}

    /**
     * What a steward set.
     *
     * @param attribute the code of one, or {@code address}
     * @param bounced whether a delivery has shown that nobody is reached there; then it counts no longer
     */
    public record HandValue(String attribute, String value, int trust, String setBy, Instant setAt, boolean bounced) {}

    /**
     * Uncertain pairs, the oldest first.
     *
     * @param kind null for all
     * @param after the last pair that the caller has; null for the first part
     * @param languages those the reader likes, the best first
     */
    public Part candidates(@Nullable String kind, @Nullable UUID after, int limit, String languages) {
        return candidates.list(kind, after == null ? BEFORE_ALL : after, limit, Explanations.forCaller(languages));
    }

    /** One of them. */
    public CandidateView candidate(UUID id, String languages) {
        return candidates.get(id, Explanations.forCaller(languages));
    }

    /** Same or different, by the body of {@code …/decision}. */
    public OperationResult decide(UUID id, byte[] order, String by) {
        return candidates.decide(id, OrderBody.decision(order), by);
    }

    /** Makes two customers one, by the body of {@code …/merge}. */
    public OperationResult merge(String ucid, byte[] order, String by) {
        var read = OrderBody.merge(order);
        return stewardship.merge(Orders.customer(ucid), read, by);
    }

    /** Takes records away from a customer, by the body of {@code …/split}. */
    public OperationResult split(String ucid, byte[] order, String by) {
        var read = OrderBody.split(order);
        return stewardship.split(Orders.customer(ucid), read, by);
    }

    /** Takes an act back, by the body of {@code …/undo}. */
    public OperationResult undo(UUID id, byte[] order, String by) {
        return stewardship.undo(id, OrderBody.undo(order), by);
    }

    /** What a merge would do; nothing is changed. */
    @Transactional
    public Preview previewMerge(String ucid, byte[] order, String by) {
        var read = OrderBody.merge(order);
        var before = List.of(customers.get(Orders.customer(ucid)), customers.get(read.other()));
        return preview(before, stewardship.merge(Orders.customer(ucid), read.dry(), by));
    }

    /** What a split would do; nothing is changed. */
    @Transactional
    public Preview previewSplit(String ucid, byte[] order, String by) {
        var read = OrderBody.split(order);
        var before = List.of(customers.get(Orders.customer(ucid)));
        return preview(before, stewardship.split(Orders.customer(ucid), read.dry(), by));
    }

    /** In the transaction of the dry run, which is rolled back only after this. */
    private Preview preview(List<CustomerView> before, OperationResult result) {
        var left = new LinkedHashSet<Ucid>();
        result.customers().stream()
                .filter(party -> party.mergedInto() == null && !party.records().isEmpty())
                .forEach(party -> left.add(party.ucid()));
        return new Preview(result, before, left.stream().map(customers::get).toList());
    }

    /** What people did, newest first. */
    public List<Act> acts(@Nullable UUID before, int limit) {
        return operations.list(before == null ? AFTER_ALL : before, limit);
    }

    /** Every record that ever came to or left the customer, the latest first. */
    public List<Move> history(Ucid ucid) {
        return history.of(ucid).stream().map(LinkHistory::move).toList();
    }

    /** What is set by hand for a customer. */
    public List<HandValue> handValues(Ucid ucid) {
        return values.list(customers.getId(ucid.text())).stream()
                .map(ManualValues::seen)
                .toList();
    }

    /**
     * Sets a golden value, by the body of {@code PUT …/values/{attribute}}.
     *
     * @param seen the version of the golden record that the steward has seen
     * @return the version now
     */
    public long setValue(String ucid, String attribute, byte[] order, long seen, String by) {
        return values.put(customers.getId(ucid), attribute, order, seen, by);
    }

    /** Lets the sources decide again. */
    public long takeBackValue(String ucid, String attribute, long seen) {
        return values.remove(customers.getId(ucid), attribute, seen);
    }
}
