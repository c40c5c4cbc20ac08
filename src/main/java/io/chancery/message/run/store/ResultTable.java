package io.chancery.message.run.store;

import io.chancery.message.store.RunStage;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has become of the lines of runs. */
@ApplicationScoped
public class ResultTable {

    private final Sql sql;

    ResultTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * A line and what has become of it.
     *
     * @param messageId of the last attempt; null if no message was made
     * @param reference of the message
     * @param earlier the messages of the attempts before, which failed
     * @param fault the first thing that is wrong with it; null if nothing is
     */
    public record Result(
            long line,
            RunStage stage,
            @Nullable UUID messageId,
            @Nullable String reference,
            List<UUID> earlier,
            @Nullable RunFault fault) {}

    /** The next lines. */
    public List<Result> list(UUID runId, long after, int limit) {
        var text = """
                select item.line, coalesce(ended.outcome, item.state), message.id, message.reference, item.earlier,
                    fault.code, fault.pointer, fault.detail
                from run_item as item
                    left join message on message.id = item.message_id
                    left join message_outcome as ended on ended.message_id = item.message_id
                    left join lateral (
                        select code, pointer, detail from run_fault
                        where run_id = item.run_id and line = item.line order by no limit 1) as fault on true
                where item.run_id = ? and item.line > ? order by item.line limit ?
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, runId);
            statement.setLong(2, after);
            statement.setInt(3, limit);
            return Sql.rows(
                    statement,
                    row -> new Result(
                            row.getLong(1),
                            RunStage.of(row.getString(2)),
                            row.getObject(3, UUID.class),
                            row.getString(4),
                            List.of((UUID[]) row.getArray(5).getArray()),
                            row.getString(6) == null
                                    ? null
                                    : new RunFault(
                                            row.getLong(1), row.getString(6), row.getString(7), row.getString(8))));
        });
    }
}
