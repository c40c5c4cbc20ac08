package io.chancery.archive.seal;

import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signed checkpoints, each naming the one before, and the time-stamps of some of them. */
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

    /** A checkpoint that has a time-stamp, and when it was asked for. */
    public record Stamped(long no, Instant askedAt) {}

    public Optional<Stamped> lastStamped() {
        return sql.run(
                "select checkpoint_no, asked_at from checkpoint_timestamp order by checkpoint_no desc limit 1",
                statement -> Sql.rows(
                                statement,
                                row -> new Stamped(
                                        row.getLong(1),
                                        row.getObject(2, OffsetDateTime.class).toInstant()))
                        .stream()
                        .findFirst());
    }

    /** The token (RFC 3161) of a checkpoint, if it has one. */
    public Optional<byte[]> findTimeStamp(long no) {
        return Optional.ofNullable(timeStamps(no, no).get(no));
    }

    /** The tokens of checkpoints from one to another, both included, by their numbers. */
    public Map<Long, byte[]> timeStamps(long from, long to) {
        var text = "select checkpoint_no, token from checkpoint_timestamp where checkpoint_no between ? and ?";
        return sql.run(text, statement -> {
            statement.setLong(1, from);
            statement.setLong(2, to);
            var tokens = new HashMap<Long, byte[]>();
            Sql.rows(statement, row -> tokens.put(row.getLong(1), row.getBytes(2)));
            return tokens;
        });
    }

    /**
     * Keeps a token, but only of the newest checkpoint: the next one names it, and from then on that cannot change.
     *
     * @return whether it was kept
     */
    public boolean insertTimeStamp(long no, byte[] token, Instant askedAt) {
        sql.run("select pg_advisory_xact_lock(hashtext('chancery seal'))", PreparedStatement::execute);
        var text = """
                insert into checkpoint_timestamp (checkpoint_no, token, asked_at)
                select no, ?, ? from (select max(no) as no from checkpoint) as newest where no = ?
                on conflict do nothing
                """;
        return sql.run(text, statement -> {
            statement.setBytes(1, token);
            statement.setObject(2, askedAt.atOffset(ZoneOffset.UTC));
            statement.setLong(3, no);
            return statement.executeUpdate() == 1;
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
