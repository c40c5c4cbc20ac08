package io.chancery.message.watch;

import io.chancery.platform.Sql;
import io.chancery.platform.work.Priority;
import io.chancery.platform.work.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.List;

/** How much waits to be planned and rendered, and for a person. */
@ApplicationScoped
class WaitingTable {

    /** It reads all that waits, so it takes the plan that is best for that, and not the one for a few rows. */
    private static final String PLAN_FOR_ALL =
            "select set_config('enable_seqscan', 'on', true), set_config('plan_cache_mode', 'force_custom_plan', true)";

    private final Sql sql;
    private final Transactions transactions;

    WaitingTable(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** @param age of the oldest, in seconds since it became ready */
    record Waiting(int priority, long count, double age) {

        String priorityName() {
            return Priority.of(priority).code();
        }
    }

    record Held(String reason, long count) {}

    /** What waits in these shards. */
    List<Waiting> waiting(Collection<Integer> shards) {
        var text = """
                select priority, count(*), greatest(0, extract(epoch from now() - min(ready_at)))::float8
                from compose_queue where shard = any (?)
                group by priority
                """;
        return transactions.call(() -> {
            sql.run(PLAN_FOR_ALL, PreparedStatement::execute);
            return sql.run(text, statement -> {
                Sql.setSmallints(statement, 1, shards.stream());
                return Sql.rows(statement, row -> new Waiting(row.getInt(1), row.getLong(2), row.getDouble(3)));
            });
        });
    }

    /** What is held, in all shards. */
    List<Held> held() {
        return transactions.call(() -> {
            sql.run(PLAN_FOR_ALL, PreparedStatement::execute);
            return sql.run(
                    "select reason, count(*) from hold group by reason",
                    statement -> Sql.rows(statement, row -> new Held(row.getString(1), row.getLong(2))));
        });
    }
}
