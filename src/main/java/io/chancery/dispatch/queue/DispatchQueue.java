package io.chancery.dispatch.queue;

import io.chancery.dispatch.QueuedDelivery;
import io.chancery.dispatch.outcome.ReadyDelivery;
import io.chancery.dispatch.outcome.Route;
import io.chancery.platform.Sql;
import io.chancery.platform.work.Priority;
import io.chancery.platform.work.QueueScan.Position;
import io.chancery.platform.work.Transactions;
import io.chancery.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The deliveries that are ready to be handed over, and those that wait for another attempt. */
@ApplicationScoped
public class DispatchQueue {

    private static final int PROMOTED_AT_ONCE = 500;

    private final Sql sql;
    private final Transactions transactions;

    DispatchQueue(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** The kind of work that a channel's lane is woken for. */
    public static String signalOf(Channel channel) {
        return "dispatch " + channel;
    }

    /**
     * Adds deliveries in the caller's transaction.
     *
     * @return those that were added; the others are queued or have been attempted
     */
    public List<UUID> insert(List<QueuedDelivery> deliveries) {
        var text = """
                insert into dispatch_queue (channel, shard, priority, delivery_id, attempts, failures, resend, repeat,
                    destination)
                select channel, shard, priority, delivery_id, 0, 0, resend, false, destination
                from unnest(?::text[], ?::smallint[], ?::smallint[], ?::uuid[], ?::boolean[], ?::text[])
                    as added (channel, shard, priority, delivery_id, resend, destination)
                where not exists (select from attempt where attempt.delivery_id = added.delivery_id)
                on conflict do nothing
                returning delivery_id
                """;
        return insert(text, deliveries);
    }

    /**
     * Adds deliveries that have been here before, in the caller's transaction.
     *
     * @param repeat whether the provider may have them already
     * @return those that were added; the others are queued
     */
    public List<UUID> resume(List<QueuedDelivery> deliveries, boolean repeat) {
        var text = """
                insert into dispatch_queue (channel, shard, priority, delivery_id, attempts, failures, resend, repeat,
                    destination)
                select channel, shard, priority, delivery_id, made.attempts, 0, resend, %s and made.attempts > 0, destination
                from unnest(?::text[], ?::smallint[], ?::smallint[], ?::uuid[], ?::boolean[], ?::text[])
                        as added (channel, shard, priority, delivery_id, resend, destination)
                    cross join lateral (
                        select coalesce(max(number), 0) as attempts from attempt
                        where attempt.delivery_id = added.delivery_id) as made
                on conflict do nothing
                returning delivery_id
                """.formatted(repeat);
        return insert(text, deliveries);
    }

    private List<UUID> insert(String text, List<QueuedDelivery> deliveries) {
        return sql.run(text, statement -> {
            Sql.setTexts(
                    statement,
                    1,
                    deliveries.stream().map(delivery -> delivery.channel().name()));
            Sql.setSmallints(statement, 2, deliveries.stream().map(QueuedDelivery::shard));
            Sql.setSmallints(
                    statement,
                    3,
                    deliveries.stream().map(delivery -> delivery.priority().number()));
            Sql.setUuids(statement, 4, deliveries.stream().map(QueuedDelivery::deliveryId));
            var resends =
                    deliveries.stream().map(QueuedDelivery::resendWhenUncertain).toArray();
            statement.setArray(5, statement.getConnection().createArrayOf("boolean", resends));
            var destinations =
                    deliveries.stream().map(QueuedDelivery::destination).toArray();
            statement.setArray(6, statement.getConnection().createArrayOf("text", destinations));
            return Sql.rows(statement, row -> row.getObject(1, UUID.class));
        });
    }

    /** The next rows of each shard, no more than so many of each: a look at their heads, however long they are. */
    List<ReadyDelivery> heads(Channel channel, Priority priority, List<Position> positions, int each) {
        var text = """
                select head.shard, head.priority, head.delivery_id, attempts, failures, resend, repeat, tried,
                    destination, paced
                from unnest(?::smallint[], ?::uuid[]) as reading (shard, after)
                cross join lateral (
                    select * from dispatch_queue
                    where channel = ? and shard = reading.shard and priority = ? and delivery_id > reading.after
                    order by channel, shard, priority, delivery_id
                    limit ?) as head
                """;
        return transactions.call(() -> sql.run(text, statement -> {
            Sql.setSmallints(statement, 1, positions.stream().map(Position::shard));
            Sql.setUuids(statement, 2, positions.stream().map(Position::after));
            statement.setString(3, channel.name());
            statement.setInt(4, priority.number());
            statement.setInt(5, each);
            return Sql.rows(statement, DispatchQueue::ready);
        }));
    }

    /**
     * Moves what has waited long enough for another attempt back to the ready work. Any node may do it, for any shard.
     *
     * @return how many were moved
     */
    int promoteDue(Channel channel, Instant now) {
        var text = """
                with due as (
                    delete from dispatch_retry
                    where (channel, next_at, delivery_id) in (
                        select channel, next_at, delivery_id from dispatch_retry
                        where channel = ? and next_at <= ?
                        order by channel, next_at, delivery_id
                        limit ?
                        for update skip locked)
                    returning channel, shard, priority, delivery_id, attempts, failures, resend, repeat, tried,
                        destination, paced)
                insert into dispatch_queue (channel, shard, priority, delivery_id, attempts, failures, resend, repeat,
                    tried, destination, paced)
                select * from due
                """;
        return transactions.call(() -> sql.run(text, statement -> {
            statement.setString(1, channel.name());
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setInt(3, PROMOTED_AT_ONCE);
            return statement.executeUpdate();
        }));
    }

    /**
     * Lets deliveries that nobody has begun wait for their turn at their destination. Only for the owner of their shards.
     *
     * @param turns by delivery
     */
    void postpone(Channel channel, List<ReadyDelivery> deliveries, Map<UUID, Instant> turns) {
        var text = """
                with turn as (
                    select * from unnest(?::smallint[], ?::smallint[], ?::uuid[], ?::timestamptz[])
                        as turn (shard, priority, delivery_id, next_at)
                ), postponed as (
                    select next_at, queue.*
                    from turn cross join lateral (
                        select ctid as queued_at, queue.* from dispatch_queue as queue
                        where queue.channel = ? and queue.shard = turn.shard and queue.priority = turn.priority
                            and queue.delivery_id = turn.delivery_id
                            and not exists (select from open_attempt as open where open.delivery_id = queue.delivery_id)
                        for update of queue) as queue
                ), removed as (
                    delete from dispatch_queue where ctid = any (array(select queued_at from postponed)))
                insert into dispatch_retry (next_at, channel, shard, priority, delivery_id, attempts, failures, resend,
                    repeat, tried, destination, paced)
                select next_at, channel, shard, priority, delivery_id, attempts, failures, resend, repeat, tried,
                    destination, true
                from postponed
                """;
        sql.run(text, statement -> {
            Sql.setSmallints(statement, 1, deliveries.stream().map(ReadyDelivery::shard));
            Sql.setSmallints(statement, 2, deliveries.stream().map(ReadyDelivery::priority));
            Sql.setUuids(statement, 3, deliveries.stream().map(ReadyDelivery::deliveryId));
            var times = deliveries.stream()
                    .map(delivery -> turns.get(delivery.deliveryId()))
                    .toArray();
            statement.setArray(4, statement.getConnection().createArrayOf("timestamptz", times));
            statement.setString(5, channel.name());
            return statement.executeUpdate();
        });
    }

    /** Until when the turns at each destination have been given, where any wait for theirs. */
    Map<String, Instant> lastTurns(Channel channel) {
        var text = """
                select destination, max(next_at) from dispatch_retry
                where channel = ? and paced
                group by destination
                """;
        return transactions.call(() -> sql.run(text, statement -> {
            statement.setString(1, channel.name());
            var found = new HashMap<String, Instant>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(
                            row.getString(1),
                            row.getObject(2, OffsetDateTime.class).toInstant());
                }
            }
            return found;
        }));
    }

    /** Reads a row that begins with the columns of the queue after the channel. */
    static ReadyDelivery ready(ResultSet row) throws SQLException {
        return new ReadyDelivery(
                row.getObject(3, UUID.class),
                row.getInt(1),
                row.getInt(2),
                row.getInt(4),
                row.getInt(5),
                row.getBoolean(6),
                row.getBoolean(7),
                Route.of(row.getString(8), row.getString(9), row.getBoolean(10)));
    }
}
