package io.chancery.message.run.store;

import io.chancery.message.store.RunStage;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The lines of runs, and what becomes of them. */
@ApplicationScoped
public class ItemTable {

    private final Sql sql;

    ItemTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * A line to be checked, or to make a message of.
     *
     * @param content empty if its customer was erased since it came
     */
    public record Item(long line, String content, RunStage stage) {

        public boolean isErased() {
            return content.isEmpty();
        }
    }

    /**
     * A line with its message.
     *
     * @param messageId null if it has none
     * @param open whether its message has not ended
     */
    public record Swept(long line, RunStage stage, @Nullable UUID messageId, boolean open) {}

    /** The next lines that can be checked. */
    public List<Item> checkable(UUID runId, long after, int limit) {
        return items("state in ('waiting', 'refused') and content is not null", runId, after, limit);
    }

    /** The next lines that wait. */
    public List<Item> waiting(UUID runId, long after, int limit) {
        return items("state = 'waiting'", runId, after, limit);
    }

    private List<Item> items(String condition, UUID runId, long after, int limit) {
        var text = "select line, coalesce(content, ''), state from run_item where run_id = ? and line > ? and "
                + condition + " order by line limit ?";
        return sql.run(text, statement -> {
            statement.setObject(1, runId);
            statement.setLong(2, after);
            statement.setInt(3, limit);
            return Sql.rows(
                    statement, row -> new Item(row.getLong(1), row.getString(2), RunStage.of(row.getString(3))));
        });
    }

    /** Of these lines messages were made. */
    public void accepted(UUID runId, Map<Long, UUID> messageIds) {
        var text = """
                update run_item set state = 'accepted', message_id = made.message_id
                from unnest(?::bigint[], ?::uuid[]) as made (line, message_id)
                where run_id = ? and run_item.line = made.line
                """;
        var entries = List.copyOf(messageIds.entrySet());
        sql.run(text, statement -> {
            Sql.setBigints(statement, 1, entries.stream().map(Map.Entry::getKey));
            Sql.setUuids(statement, 2, entries.stream().map(Map.Entry::getValue));
            statement.setObject(3, runId);
            return statement.executeUpdate();
        });
    }

    /** These lines, which have no message, are so far now. */
    public void move(UUID runId, Collection<Long> lines, RunStage stage) {
        if (lines.isEmpty()) {
            return;
        }
        sql.run("update run_item set state = ? where run_id = ? and line = any (?)", statement -> {
            statement.setString(1, stage.code());
            statement.setObject(2, runId);
            Sql.setBigints(statement, 3, lines.stream());
            return statement.executeUpdate();
        });
    }

    /** The next lines, whatever has become of them. */
    public List<Swept> sweep(UUID runId, long after, int limit) {
        var text = """
                select line, state, message_id, message_id is not null and outcome is null
                from run_item left join message_outcome using (message_id)
                where run_item.run_id = ? and line > ? order by line limit ?
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, runId);
            statement.setLong(2, after);
            statement.setInt(3, limit);
            return Sql.rows(
                    statement,
                    row -> new Swept(
                            row.getLong(1),
                            RunStage.of(row.getString(2)),
                            row.getObject(3, UUID.class),
                            row.getBoolean(4)));
        });
    }

    /**
     * Lets lines whose messages have failed wait again; the messages are locked.
     *
     * @return how many they are
     */
    public long retry(UUID runId, Collection<Long> lines) {
        var text = """
                update run_item set state = 'waiting', message_id = null, earlier = earlier || run_item.message_id
                from message_outcome as ended
                where run_item.run_id = ? and line = any (?) and state = 'accepted'
                    and ended.message_id = run_item.message_id and outcome = 'failed'
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, runId);
            Sql.setBigints(statement, 2, lines.stream());
            return (long) statement.executeUpdate();
        });
    }

    /**
     * Deletes what the next lines say.
     *
     * @return the last of them; null if there were none
     */
    public @Nullable Long wipe(UUID runId, long after, int limit) {
        var text = """
                with wiped as (
                    update run_item set content = null
                    where run_id = ? and line in (
                        select line from run_item where run_id = ? and line > ? order by line limit ?)
                    returning line)
                select max(line) from wiped
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, runId);
            statement.setObject(2, runId);
            statement.setLong(3, after);
            statement.setInt(4, limit);
            return Sql.rows(statement, row -> row.getObject(1, Long.class)).get(0);
        });
    }
}
