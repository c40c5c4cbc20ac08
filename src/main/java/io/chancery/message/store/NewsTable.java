package io.chancery.message.store;

import io.chancery.platform.IdGenerator;
import io.chancery.platform.Sql;
import io.chancery.platform.work.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What has happened to messages lately, in few rows however many there are. */
@ApplicationScoped
public class NewsTable {

    /** Longer than a transaction that accepts a message. */
    private static final Duration LATELY = Duration.ofMinutes(1);

    private static final int MOST = 500;

    private final Sql sql;
    private final Transactions transactions;
    private final Clock clock;

    NewsTable(Sql sql, Transactions transactions, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What there is to tell from a point in time on.
     *
     * @param horizon where the next look begins: everything older had been committed
     * @param ids of messages that came, and of changes that were told
     */
    public record News(String horizon, Set<UUID> ids) {}

    /** @param horizon of the look before; what is told twice has the same id */
    public News since(String horizon) {
        var text = """
                select pg_snapshot_xmin(pg_current_snapshot())::text, id from (
                    (select id from outbox where tx >= ?::xid8 order by tx desc, id desc limit ?)
                    union all (select id from message where id >= ? order by id desc limit ?)) as news
                """;
        return transactions.call(() -> sql.run(text, statement -> {
            statement.setString(1, horizon);
            statement.setInt(2, MOST);
            statement.setObject(3, IdGenerator.floor(clock.instant().minus(LATELY)));
            statement.setInt(4, MOST);
            var next = horizon;
            var ids = new HashSet<UUID>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    next = row.getString(1);
                    ids.add(row.getObject(2, UUID.class));
                }
            }
            return new News(next, ids);
        }));
    }

    /** Where a look begins that is to tell only what happens from now on. */
    public String now() {
        return transactions.call(() -> sql.run(
                "select pg_snapshot_xmin(pg_current_snapshot())::text",
                statement -> Sql.rows(statement, row -> row.getString(1)).get(0)));
    }

    /** How many events each of these messages has. */
    public Map<UUID, Long> events(Collection<UUID> messageIds) {
        var text = """
                select message_id, count(*) from delivery join event on event.delivery_id = delivery.id
                where message_id = any (?) group by message_id
                """;
        return transactions.call(() -> sql.run(text, statement -> {
            Sql.setUuids(statement, 1, messageIds.stream());
            var counts = new HashMap<UUID, Long>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getObject(1, UUID.class), row.getLong(2));
                }
            }
            return counts;
        }));
    }
}
