package io.chancery.dispatch.watch;

import io.chancery.platform.Sql;
import io.chancery.platform.work.Priority;
import io.chancery.platform.work.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.List;

/** How much waits in the queues. */
@ApplicationScoped
class QueueTable {

    /** It reads all that waits, so it takes the plan that is best for that, and not the one for a few rows. */
    private static final String PLAN_FOR_ALL =
            "select set_config('enable_seqscan', 'on', true), set_config('plan_cache_mode', 'force_custom_plan', true)";

    private final Sql sql;
    private final Transactions transactions;

    QueueTable(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** @param age of the oldest, in seconds since it became ready */
    record Ready(String channel, int priority, long count, double age) {

        boolean isOf(Ready other) {
            return channel.equals(other.channel) && priority == other.priority;
        }

        String priorityName() {
            return Priority.of(priority).code();
        }
    }

    record Retrying(String channel, long count) {}

    /** What is ready in these shards. */
    List<Ready> ready(Collection<Integer> shards) {
        var text = """
                select channel, priority, count(*), greatest(0, extract(epoch from now() - min(ready_at)))::float8
                from dispatch_queue where shard = any (?)
                group by channel, priority
                """;
        return query(
                text,
                shards,
                statement -> Sql.rows(
                        statement,
                        row -> new Ready(row.getString(1), row.getInt(2), row.getLong(3), row.getDouble(4))));
    }

    /** What waits in these shards for another attempt. */
    List<Retrying> retrying(Collection<Integer> shards) {
        var text = "select channel, count(*) from dispatch_retry where shard = any (?) group by channel";
        return query(
                text, shards, statement -> Sql.rows(statement, row -> new Retrying(row.getString(1), row.getLong(2))));
    }

    private <T> T query(String text, Collection<Integer> shards, Sql.Work<T> work) {
        return transactions.call(() -> {
            sql.run(PLAN_FOR_ALL, PreparedStatement::execute);
            return sql.run(text, statement -> {
                Sql.setSmallints(statement, 1, shards.stream());
                return work.with(statement);
            });
        });
    }
}
