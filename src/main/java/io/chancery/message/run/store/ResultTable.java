package io.chancery.message.run.store;

import io.chancery.message.store.RunStage;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has become of the lines of runs. */
@ApplicationScoped
public class ResultTable {

    private static final UUID LAST = new UUID(-1, -1);

    /** By which the clocks of nodes may differ. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

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

    /** A line whose message has failed. */
    public record FailedLine(long line, UUID messageId) {}

    /**
     * The first lines whose messages have failed, in the order in which the messages were made. What has not been delivered is
     * looked through, of whichever run, between the ids of the run's first and last messages.
     *
     * @param end null if it goes on
     */
    public List<FailedLine> failed(UUID runId, Instant begin, @Nullable Instant end, int limit) {
        var text = """
                select item.line, item.message_id
                from message_outcome as ended
                    join message on message.id = ended.message_id
                    join run_item as item on item.run_id = message.run_id and item.line = message.run_line
                        and item.message_id = message.id
                where ended.outcome is distinct from 'delivered' and ended.outcome = 'failed'
                    and ended.message_id between ? and ? and message.run_id = ?
                order by ended.message_id limit ?
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, IdGenerator.floor(begin.minus(TOLERANCE)));
            statement.setObject(2, end == null ? LAST : IdGenerator.floor(end.plus(TOLERANCE)));
            statement.setObject(3, runId);
            statement.setInt(4, limit);
            return Sql.rows(statement, row -> new FailedLine(row.getLong(1), row.getObject(2, UUID.class)));
        });
    }

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
