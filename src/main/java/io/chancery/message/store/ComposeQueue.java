package io.chancery.message.store;

import io.chancery.platform.Sql;
import io.chancery.platform.work.Priority;
import io.chancery.platform.work.QueueScan;
import io.chancery.platform.work.QueueScan.Position;
import io.chancery.platform.work.ShardLeases;
import io.chancery.vocabulary.MessageClass;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The deliveries that wait to be planned and rendered, in shards by customer, so that each customer's come in order. */
@ApplicationScoped
public class ComposeQueue {

    /** The kind of work that composers are woken for. */
    public static final String SIGNAL = "compose";

    private final Sql sql;
    private final Clock clock;

    ComposeQueue(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** One waiting delivery. */
    public record Waiting(int shard, Priority priority, UUID deliveryId, UUID messageId) implements QueueScan.Row {

        /** The place of a delivery in the queue. */
        public static Waiting of(UUID deliveryId, MessageEntity message) {
            int shard = ShardLeases.shardOf(message.customerId);
            return new Waiting(shard, priority(message), deliveryId, message.id);
        }

        private static Priority priority(MessageEntity message) {
            if (MessageClass.of(message.messageClass) == MessageClass.MARKETING) {
                return Priority.MARKETING;
            }
            return message.runId == null ? Priority.SINGLE : Priority.RUN;
        }
    }

    /** Adds deliveries in the caller's transaction; those with a date in the future wait apart. */
    public void add(List<Waiting> added, Instant dueAt) {
        boolean later = dueAt.isAfter(clock.instant());
        var text = later
                ? "insert into compose_later (shard, priority, delivery_id, message_id, due_at) values (?, ?, ?, ?, ?)"
                : "insert into compose_queue (shard, priority, delivery_id, message_id) values (?, ?, ?, ?)";
        sql.run(text, statement -> {
            for (var waiting : added) {
                statement.setInt(1, waiting.shard());
                statement.setInt(2, waiting.priority().number());
                statement.setObject(3, waiting.deliveryId());
                statement.setObject(4, waiting.messageId());
                if (later) {
                    statement.setObject(5, dueAt.atOffset(ZoneOffset.UTC));
                }
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /**
     * Moves what is due to the ready work.
     *
     * @return how many were moved
     */
    public int promoteDue() {
        var text = """
                with due as (
                    delete from compose_later where (due_at, delivery_id) in (
                        select due_at, delivery_id from compose_later where due_at <= ?
                        order by due_at limit 1000 for update skip locked)
                    returning shard, priority, delivery_id, message_id)
                insert into compose_queue (shard, priority, delivery_id, message_id) select * from due
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }

    /** The next rows of each shard, no more than so many of each: a look at their heads, however long they are. */
    public List<Waiting> heads(Priority priority, List<Position> positions, int each) {
        var text = """
                select shard, priority, delivery_id, message_id
                from unnest(?::smallint[], ?::uuid[]) as reading (no, after)
                cross join lateral (
                    select * from compose_queue
                    where shard = reading.no and priority = ? and delivery_id > reading.after
                    order by shard, priority, delivery_id limit ?) as head
                order by delivery_id
                """;
        return sql.run(text, statement -> {
            Sql.setSmallints(statement, 1, positions.stream().map(Position::shard));
            Sql.setUuids(statement, 2, positions.stream().map(Position::after));
            statement.setInt(3, priority.number());
            statement.setInt(4, each);
            return Sql.rows(
                    statement,
                    row -> new Waiting(
                            row.getInt(1),
                            Priority.of(row.getInt(2)),
                            row.getObject(3, UUID.class),
                            row.getObject(4, UUID.class)));
        });
    }

    /**
     * Takes deliveries out, in the caller's transaction.
     *
     * @return those that were still there; the others have been cancelled meanwhile
     */
    public Set<UUID> remove(Collection<Waiting> taken) {
        // Row by row in the index: a join may be planned from the queue's side, which is long.
        var text = """
                delete from compose_queue where ctid = any (array(
                    select place.ctid from unnest(?::smallint[], ?::smallint[], ?::uuid[])
                        as taken (shard, priority, delivery_id)
                    cross join lateral (
                        select ctid from compose_queue
                        where shard = taken.shard and priority = taken.priority
                            and delivery_id = taken.delivery_id
                        for update) as place))
                returning delivery_id
                """;
        return sql.run(text, statement -> {
            Sql.setSmallints(statement, 1, taken.stream().map(Waiting::shard));
            Sql.setSmallints(
                    statement,
                    2,
                    taken.stream().map(waiting -> waiting.priority().number()));
            Sql.setUuids(statement, 3, taken.stream().map(Waiting::deliveryId));
            return ids(statement);
        });
    }

    /** Takes deliveries of a message out, also those that wait for a date, and returns those that were still there. */
    public Set<UUID> removeAnywhere(UUID messageId, List<Waiting> deliveries) {
        var text = "delete from compose_later where message_id = ? and delivery_id = any (?) returning delivery_id";
        var removed = new HashSet<>(sql.run(text, statement -> {
            statement.setObject(1, messageId);
            Sql.setUuids(statement, 2, deliveries.stream().map(Waiting::deliveryId));
            return ids(statement);
        }));
        removed.addAll(remove(deliveries));
        return removed;
    }

    private static Set<UUID> ids(PreparedStatement statement) throws SQLException {
        return Set.copyOf(Sql.rows(statement, row -> row.getObject(1, UUID.class)));
    }
}
