package io.chancery.message.store;

import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How many lines of each run are how far. Every change is written in the transaction of what it counts. */
@ApplicationScoped
public class RunTally {

    /** What «lately» means. */
    public static final Duration LATELY = Duration.ofMinutes(1);

    /** Longer than anybody looks back. */
    private static final Duration FOLDED_AFTER = Duration.ofMinutes(2);

    private final Sql sql;
    private final Clock clock;

    RunTally(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * The lines of a run.
     *
     * @param endedLately how many have got an outcome in the last minute
     */
    public record Count(Map<RunStage, Long> lines, long endedLately) {

        public long of(RunStage stage) {
            return lines.getOrDefault(stage, 0L);
        }

        public long total() {
            return lines.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * The outcome of a message of a run has changed.
     *
     * @param before null if it had none
     * @param after null if it has none any more
     */
    record Change(
            UUID messageId,
            UUID runId,
            long line,
            @Nullable String before,
            @Nullable String after) {}

    /** Adds to the stages, or takes away from them. */
    public void add(UUID runId, Map<RunStage, Long> changes) {
        var moved = changes.entrySet().stream()
                .filter(change -> change.getValue() != 0)
                .toList();
        if (moved.isEmpty()) {
            return;
        }
        var text = "insert into run_tally (run_id, stage, count, at) select ?, stage, count, ?"
                + " from unnest(?::text[], ?::bigint[]) as moved (stage, count)";
        sql.run(text, statement -> {
            statement.setObject(1, runId);
            setInstant(statement, 2, clock.instant());
            Sql.setTexts(
                    statement, 3, moved.stream().map(change -> change.getKey().code()));
            Sql.setBigints(statement, 4, moved.stream().map(Map.Entry::getValue));
            return statement.executeUpdate();
        });
    }

    /** Moves the lines of messages on, but for lines that have another message by now. */
    void move(List<Change> changes) {
        var text = """
                insert into run_tally (run_id, stage, count, at)
                select item.run_id, moved.stage, sum(moved.count), ?
                from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::text[], ?::text[])
                        as changed (message_id, run_id, line, before, after)
                    join run_item as item on item.run_id = changed.run_id and item.line = changed.line
                        and item.message_id = changed.message_id
                    cross join lateral (values (changed.before, -1), (changed.after, 1)) as moved (stage, count)
                group by item.run_id, moved.stage
                """;
        sql.run(text, statement -> {
            setInstant(statement, 1, clock.instant());
            Sql.setUuids(statement, 2, changes.stream().map(Change::messageId));
            Sql.setUuids(statement, 3, changes.stream().map(Change::runId));
            Sql.setBigints(statement, 4, changes.stream().map(Change::line));
            Sql.setTexts(statement, 5, changes.stream().map(change -> stage(change.before())));
            Sql.setTexts(statement, 6, changes.stream().map(change -> stage(change.after())));
            return statement.executeUpdate();
        });
    }

    private static String stage(@Nullable String outcome) {
        return Objects.requireNonNullElse(outcome, RunStage.ACCEPTED.code());
    }

    public Count count(UUID runId) {
        return Objects.requireNonNull(count(List.of(runId)).get(runId));
    }

    /** The lines of each of these runs. */
    public Map<UUID, Count> count(Collection<UUID> runIds) {
        var text = """
                select run_id, stage, sum(count), coalesce(sum(count) filter (where at > ?), 0)
                from run_tally where run_id = any (?) group by run_id, stage
                """;
        return sql.run(text, statement -> {
            setInstant(statement, 1, clock.instant().minus(LATELY));
            Sql.setUuids(statement, 2, runIds.stream());
            var lines = new HashMap<UUID, Map<RunStage, Long>>();
            var lately = new HashMap<UUID, Long>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var id = row.getObject(1, UUID.class);
                    var stage = RunStage.of(row.getString(2));
                    lines.computeIfAbsent(id, any -> new EnumMap<>(RunStage.class))
                            .put(stage, row.getLong(3));
                    lately.merge(id, stage.isOutcome() ? row.getLong(4) : 0, Long::sum);
                }
            }
            var counts = new HashMap<UUID, Count>();
            runIds.forEach(id -> counts.put(
                    id, new Count(lines.getOrDefault(id, Map.of()), Math.max(0, lately.getOrDefault(id, 0L)))));
            return counts;
        });
    }

    /** The runs with many rows that are old enough to be few. */
    public List<UUID> foldable() {
        var text = "select run_id from run_tally where at < ? group by run_id having count(*) > ?";
        return sql.run(text, statement -> {
            setInstant(statement, 1, clock.instant().minus(FOLDED_AFTER));
            statement.setInt(2, RunStage.values().length);
            return Sql.rows(statement, row -> row.getObject(1, UUID.class));
        });
    }

    /** Makes few rows of many, in the caller's transaction, so that to count stays cheap. */
    public void fold(UUID runId) {
        var text = """
                with old as (delete from run_tally where run_id = ? and at < ? returning stage, count, at)
                insert into run_tally (run_id, stage, count, at)
                select ?, stage, sum(count), max(at) from old group by stage having sum(count) <> 0
                """;
        sql.run(text, statement -> {
            statement.setObject(1, runId);
            setInstant(statement, 2, clock.instant().minus(FOLDED_AFTER));
            statement.setObject(3, runId);
            return statement.executeUpdate();
        });
    }

    private static void setInstant(PreparedStatement statement, int index, Instant time) throws SQLException {
        statement.setObject(index, time.atOffset(ZoneOffset.UTC));
    }
}
