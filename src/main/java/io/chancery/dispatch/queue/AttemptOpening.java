package io.chancery.dispatch.queue;

import io.chancery.archive.Archive;
import io.chancery.archive.NewEvent;
import io.chancery.dispatch.handover.Attempt;
import io.chancery.dispatch.outcome.ReadyDelivery;
import io.chancery.platform.Sql;
import io.chancery.platform.work.ShardLease;
import io.chancery.platform.work.ShardLeases;
import io.chancery.platform.work.Transactions;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.EventKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Puts attempts on record before they are made, and finds those that nobody has ended. */
@ApplicationScoped
class AttemptOpening {

    private final Sql sql;
    private final Transactions transactions;
    private final ShardLeases leases;
    private final Archive archive;
    private final Clock clock;

    AttemptOpening(Sql sql, Transactions transactions, ShardLeases leases, Archive archive, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.leases = leases;
        this.archive = archive;
        this.clock = clock;
    }

    /** An attempt that is on record as open, by whichever node. */
    record OpenAttempt(ReadyDelivery delivery, UUID node, long epoch) {}

    /**
     * Records the attempts, with their events, and commits.
     *
     * @return the deliveries whose attempt may be made; the others are in the queue no longer, or under way elsewhere
     */
    Set<UUID> begin(Channel channel, List<Attempt> attempts) {
        return transactions.call(() -> {
            leases.requireHeld(leasesOf(attempts));
            var begun = insert(channel, attempts);
            archive.record(attempts.stream()
                    .filter(attempt -> begun.contains(attempt.deliveryId()))
                    .map(AttemptOpening::event)
                    .toList());
            return begun;
        });
    }

    static Set<ShardLease> leasesOf(Collection<Attempt> attempts) {
        var leases = new HashSet<ShardLease>();
        attempts.forEach(attempt -> leases.add(attempt.lease()));
        return leases;
    }

    private static NewEvent event(Attempt attempt) {
        var delivery = attempt.delivery();
        var provider = provider(attempt);
        var detail = delivery.repeat() ? Map.of("provider", provider, "repeat", "true") : Map.of("provider", provider);
        return new NewEvent(delivery.deliveryId(), EventKind.ATTEMPTED, delivery.number(), null, detail);
    }

    private static String provider(Attempt attempt) {
        return attempt.outlet().map(outlet -> outlet.profile().name()).orElse("");
    }

    /**
     * Only what the queue still has as it was read: it may have been read before an outcome was recorded, or before it was withdrawn.
     * The journal knows an attempt by its number, so one that began under another would look as if it had never been made. The lock
     * keeps it there until the attempt is on record, and is taken in the order in which withdrawals take theirs.
     */
    private Set<UUID> insert(Channel channel, List<Attempt> attempts) {
        var text = """
                insert into open_attempt (delivery_id, number, channel, shard, node, epoch, repeat, started_at, provider)
                select delivery_id, queue.attempts + 1, queue.channel, shard, ?, begun.epoch, queue.repeat, ?, provider
                from unnest(?::smallint[], ?::smallint[], ?::uuid[], ?::bigint[], ?::text[], ?::smallint[])
                        as begun (shard, priority, delivery_id, epoch, provider, number)
                    cross join lateral (
                        select channel, attempts, repeat from dispatch_queue
                        where channel = ? and shard = begun.shard and priority = begun.priority
                            and delivery_id = begun.delivery_id and attempts = begun.number - 1
                        for key share) as queue
                order by delivery_id
                on conflict (delivery_id) do nothing
                returning delivery_id
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, leases.node());
            statement.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            setKeys(statement, 3, attempts);
            var epochs = attempts.stream().map(Attempt::epoch).toArray();
            statement.setArray(6, statement.getConnection().createArrayOf("bigint", epochs));
            Sql.setTexts(statement, 7, attempts.stream().map(AttemptOpening::provider));
            Sql.setSmallints(
                    statement,
                    8,
                    attempts.stream().map(attempt -> attempt.delivery().number()));
            statement.setString(9, channel.name());
            return new HashSet<>(Sql.rows(statement, row -> row.getObject(1, UUID.class)));
        });
    }

    private static void setKeys(PreparedStatement statement, int index, List<Attempt> attempts) throws SQLException {
        Sql.setSmallints(
                statement,
                index,
                attempts.stream().map(attempt -> attempt.delivery().shard()));
        Sql.setSmallints(
                statement,
                index + 1,
                attempts.stream().map(attempt -> attempt.delivery().priority()));
        Sql.setUuids(statement, index + 2, attempts.stream().map(Attempt::deliveryId));
    }

    /** The open attempts of a channel in these shards. */
    List<OpenAttempt> findOpen(Channel channel, Collection<Integer> shards) {
        var text = """
                select open.shard, priority, open.delivery_id, attempts, failures, resend, queue.repeat, tried,
                    destination, paced, node, epoch
                from open_attempt as open cross join lateral (
                    select * from dispatch_queue as queue
                    where queue.channel = open.channel and queue.shard = open.shard and queue.priority in (0, 1, 2)
                        and queue.delivery_id = open.delivery_id
                    -- Keeps the planner from beginning with the queue, which may be long.
                    offset 0) as queue
                where open.channel = ? and open.shard = any (?::smallint[])
                """;
        return transactions.call(() -> sql.run(text, statement -> {
            statement.setString(1, channel.name());
            Sql.setSmallints(statement, 2, shards.stream());
            return Sql.rows(
                    statement,
                    row -> new OpenAttempt(DispatchQueue.ready(row), row.getObject(11, UUID.class), row.getLong(12)));
        }));
    }

    /** The deliveries whose attempt this node has left open. */
    Set<UUID> findOwnOpen() {
        return sql.run("select delivery_id from open_attempt where node = ?", statement -> {
            statement.setObject(1, leases.node());
            return Set.copyOf(Sql.rows(statement, row -> row.getObject(1, UUID.class)));
        });
    }
}
