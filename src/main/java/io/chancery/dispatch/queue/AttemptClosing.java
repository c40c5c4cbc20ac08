package io.chancery.dispatch.queue;

import io.chancery.archive.Archive;
import io.chancery.dispatch.DeliveryListener;
import io.chancery.dispatch.SettledDelivery;
import io.chancery.dispatch.handover.Completion;
import io.chancery.dispatch.outcome.Settlement;
import io.chancery.dispatch.receipt.ReceiptBook;
import io.chancery.platform.Sql;
import io.chancery.platform.work.ShardLeases;
import io.chancery.platform.work.Transactions;
import io.chancery.vocabulary.Channel;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records how attempts have ended: one statement for the tables of the queue, then the events, then the listeners. */
@ApplicationScoped
class AttemptClosing {

    /** Row by row in the index: a join may be planned from the side of the queue, which was empty then and is long now. */
    private static final String CLOSE = """
            with ended as (
                select *
                from unnest(?::uuid[], ?::smallint[], ?::smallint[], ?::smallint[], ?::bigint[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::smallint[], ?::boolean[], ?::boolean[],
                        ?::text[], ?::text[])
                    as ended (delivery_id, shard, priority, number, epoch, outcome, reference, code, text, place,
                        next_at, failures, resend, repeat, tried, destination)
            ), closed as (
                select ended.*, open.*
                from ended cross join lateral (
                    select ctid as open_at, channel, node, open.repeat as repeated, started_at, provider
                    from open_attempt as open
                    where open.delivery_id = ended.delivery_id and open.number = ended.number
                        and open.epoch = ended.epoch
                    for update) as open
            ), removed as (
                delete from open_attempt where ctid = any (array(select open_at from closed))
            ), kept as (
                insert into attempt (delivery_id, number, channel, node, epoch, repeat, started_at, finished_at, outcome,
                    provider_reference, code, text, provider)
                select delivery_id, number, channel, node, epoch, repeated, started_at, ?, outcome, reference, code,
                    text, provider
                from closed
            ), referenced as (
                insert into attempt_reference (delivery_id, number, part, reference)
                select delivery_id, number, part, piece
                from closed, string_to_table(reference, ',') with ordinality as parts (piece, part)
                where reference <> ''
            ), queued as (
                select place, queued_at
                from closed cross join lateral (
                    select ctid as queued_at from dispatch_queue as queue
                    where queue.channel = closed.channel and queue.shard = closed.shard
                        and queue.priority = closed.priority and queue.delivery_id = closed.delivery_id
                    for update) as queue
            ), left_queue as (
                delete from dispatch_queue where ctid = any (array(select queued_at from queued where place <> 'ready'))
            ), stayed as (
                update dispatch_queue as queue
                set attempts = closed.number, failures = closed.failures, repeat = closed.repeat, tried = closed.tried
                from closed
                where queue.ctid = any (array(select queued_at from queued where place = 'ready'))
                    and queue.delivery_id = closed.delivery_id
            ), waiting as (
                insert into dispatch_retry (next_at, channel, shard, priority, delivery_id, attempts, failures, resend,
                    repeat, tried, destination)
                select next_at, channel, shard, priority, delivery_id, number, failures, resend, repeat, tried, destination
                from closed
                where place = 'waiting'
            )
            select delivery_id from closed
            """;

    private final Sql sql;
    private final Transactions transactions;
    private final ShardLeases leases;
    private final Archive archive;
    private final List<DeliveryListener> listeners;
    private final ReceiptBook receipts;

    AttemptClosing(
            Sql sql,
            Transactions transactions,
            ShardLeases leases,
            Archive archive,
            @All List<DeliveryListener> listeners,
            ReceiptBook receipts) {
        this.sql = sql;
        this.transactions = transactions;
        this.leases = leases;
        this.archive = archive;
        this.listeners = listeners;
        this.receipts = receipts;
    }

    /**
     * Records the outcomes in one transaction and commits. One whose attempt is no longer open is passed over: somebody
     * else has settled it.
     *
     * @throws io.chancery.platform.work.ShardLostException if a shard is no longer ours; nothing has been recorded then
     */
    void record(Channel channel, List<Completion> completions, Instant now) {
        transactions.run(() -> {
            leases.requireHeld(AttemptOpening.leasesOf(
                    completions.stream().map(Completion::attempt).toList()));
            var closed = close(completions, now);
            var settlements = completions.stream()
                    .map(Completion::settlement)
                    .filter(settlement -> closed.contains(settlement.delivery().deliveryId()))
                    .toList();
            recordEvents(settlements);
        });
        receipts.expect(completions.stream()
                .map(completion -> completion.settlement().reference())
                .filter(reference -> !reference.isEmpty())
                .toList());
    }

    private void recordEvents(List<Settlement> settlements) {
        if (settlements.isEmpty()) {
            return;
        }
        var statuses = archive.record(settlements.stream()
                .flatMap(settlement -> settlement.events().stream())
                .toList());
        var settled = new ArrayList<SettledDelivery>();
        for (var settlement : settlements) {
            var id = settlement.delivery().deliveryId();
            var status = statuses.get(id);
            if (settlement.isLast() && status != null) {
                settled.add(new SettledDelivery(id, status, settlement.reason()));
            }
        }
        if (!settled.isEmpty()) {
            listeners.forEach(listener -> listener.settled(settled));
        }
        var deferred = settlements.stream()
                .filter(settlement -> !settlement.isLast())
                .map(settlement -> settlement.delivery().deliveryId())
                .toList();
        if (!deferred.isEmpty()) {
            listeners.forEach(listener -> listener.deferred(deferred));
        }
    }

    private Set<UUID> close(List<Completion> completions, Instant now) {
        var settlements = completions.stream().map(Completion::settlement).toList();
        return sql.run(CLOSE, statement -> {
            setDeliveries(statement, settlements);
            Sql.setArray(
                    statement,
                    5,
                    "bigint",
                    completions,
                    completion -> completion.attempt().epoch());
            setOutcomes(statement, settlements);
            statement.setObject(17, now.atOffset(ZoneOffset.UTC));
            return new HashSet<>(Sql.rows(statement, row -> row.getObject(1, UUID.class)));
        });
    }

    private static void setDeliveries(PreparedStatement statement, List<Settlement> settlements) throws SQLException {
        Sql.setArray(statement, 1, "uuid", settlements, one -> one.delivery().deliveryId());
        Sql.setArray(
                statement, 2, "smallint", settlements, one -> one.delivery().shard());
        Sql.setArray(
                statement, 3, "smallint", settlements, one -> one.delivery().priority());
        Sql.setArray(
                statement, 4, "smallint", settlements, one -> one.delivery().number());
        Sql.setArray(
                statement, 13, "boolean", settlements, one -> one.delivery().resend());
    }

    private static void setOutcomes(PreparedStatement statement, List<Settlement> settlements) throws SQLException {
        Sql.setArray(statement, 6, "text", settlements, Settlement::outcome);
        Sql.setArray(statement, 7, "text", settlements, Settlement::reference);
        Sql.setArray(statement, 8, "text", settlements, Settlement::code);
        Sql.setArray(statement, 9, "text", settlements, Settlement::text);
        Sql.setArray(
                statement,
                10,
                "text",
                settlements,
                one -> one.next().place().name().toLowerCase(Locale.ROOT));
        Sql.setArray(
                statement, 11, "timestamptz", settlements, one -> one.next().at());
        Sql.setArray(statement, 12, "smallint", settlements, one -> one.next().failures());
        Sql.setArray(statement, 14, "boolean", settlements, one -> one.next().repeat());
        Sql.setArray(statement, 15, "text", settlements, AttemptClosing::tried);
        Sql.setArray(
                statement,
                16,
                "text",
                settlements,
                one -> one.delivery().route().destination());
    }

    private static @Nullable String tried(Settlement settlement) {
        var tried = settlement.next().tried();
        return tried.isEmpty() ? null : String.join(",", tried);
    }
}
