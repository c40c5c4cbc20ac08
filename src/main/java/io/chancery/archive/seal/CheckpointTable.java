package io.chancery.archive.seal;

import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Signed checkpoints, each naming the one before. */
@ApplicationScoped
public class CheckpointTable {

    private static final String COLUMNS = "select no, tree_size, note, made_at from checkpoint ";

    private final Sql sql;
    private final Clock clock;

    CheckpointTable(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A checkpoint on record.
     *
     * @param no from 1, without gaps
     * @param size how many leaves the log had
     * @param note as it was signed
     */
    public record Row(long no, long size, String note, Instant madeAt) {}

    public Optional<Row> last() {
        return sql.run(
                COLUMNS + "order by no desc limit 1",
                statement -> Sql.rows(statement, CheckpointTable::row).stream().findFirst());
    }

    public Optional<Row> find(long no) {
        return after(no - 1, 1).stream().filter(row -> row.no() == no).findFirst();
    }

    /** The checkpoints after one, in their order. */
    public List<Row> after(long no, int limit) {
        return sql.run(COLUMNS + "where no > ? order by no limit ?", statement -> {
            statement.setLong(1, no);
            statement.setInt(2, limit);
            return Sql.rows(statement, CheckpointTable::row);
        });
    }

    /** The checkpoints of a log with more leaves than that, in their order. */
    List<Row> beyond(long size, int limit) {
        return sql.run(COLUMNS + "where tree_size > ? order by tree_size limit ?", statement -> {
            statement.setLong(1, size);
            statement.setInt(2, limit);
            return Sql.rows(statement, CheckpointTable::row);
        });
    }

    void insert(long no, long size, String note) {
        sql.run("insert into checkpoint (no, tree_size, note, made_at) values (?, ?, ?, ?)", statement -> {
            statement.setLong(1, no);
            statement.setLong(2, size);
            statement.setString(3, note);
            statement.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }
}
