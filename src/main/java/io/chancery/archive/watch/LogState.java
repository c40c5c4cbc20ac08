package io.chancery.archive.watch;

import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** How far the log is. */
@ApplicationScoped
class LogState {

    /** As many are counted as make it plain that sealing does not keep up. */
    static final int MOST = 100_000;

    private static final String TEXT = """
            select (select count from integrity_check order by id desc limit 1),
                (select made_at from checkpoint order by no desc limit 1),
                coalesce((select first_position + leaf_count from seal order by no desc limit 1), 0)
                    > coalesce((select tree_size from checkpoint order by no desc limit 1), 0),
                waiting.number, waiting.since
            from (select count(*) as number, min(at) as since
                from (select at from event
                    where tx > coalesce((select last_tx from seal order by no desc limit 1), '0'::xid8) limit %d) as event)
                as waiting
            """.formatted(MOST);

    private final Sql sql;

    LogState(Sql sql) {
        this.sql = sql;
    }

    /**
     * Where it stands.
     *
     * @param findings of the newest check; null before the first
     * @param signedAt when the newest checkpoint was signed; null before the first
     * @param unsigned whether leaves have come since
     * @param unsealed how many events are not sealed
     * @param unsealedSince when the oldest of them was recorded; null if there is none
     */
    record State(
            @Nullable Long findings,
            @Nullable Instant signedAt,
            boolean unsigned,
            long unsealed,
            @Nullable Instant unsealedSince) {}

    State read() {
        return sql.run(TEXT, statement -> Sql.rows(statement, LogState::state).get(0));
    }

    private static State state(ResultSet row) throws SQLException {
        return new State(
                row.getObject(1, Long.class), instant(row, 2), row.getBoolean(3), row.getLong(4), instant(row, 5));
    }

    private static @Nullable Instant instant(ResultSet row, int index) throws SQLException {
        var at = row.getObject(index, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
