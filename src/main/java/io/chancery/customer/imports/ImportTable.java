package io.chancery.customer.imports;

import io.chancery.customer.ImportView;
import io.chancery.customer.ImportView.Progress;
import io.chancery.customer.ImportView.Status;
import io.chancery.customer.mapping.Mapping;
import io.chancery.customer.mapping.Mapping.Format;
import io.chancery.customer.source.Source;
import io.chancery.customer.source.SourceDefinition;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.Charset;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The imports, and how far each has come. */
@ApplicationScoped
public class ImportTable {

    /** An import whose node has not been heard of lately cannot go on: its file lies there. */
    private static final String SELECT = """
            select import.*, status in ('waiting', 'running') and coalesce(node.until < now(), true) as node_gone
            from import left join node on node.id = import.node_id
            """;

    private final Sql sql;
    private final Clock clock;

    ImportTable(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The import was ended by somebody else, or is worked on by somebody else; the transaction must not be committed. */
    static final class LostException extends RuntimeException {
        LostException() {
            super("The import was ended by somebody else");
        }
    }

    /**
     * A file and how it is to be read.
     *
     * @param id of the import, and the name of the file
     */
    public record Delivery(UUID id, Source source, Format format, Charset encoding, long bytes) {}

    /** An import that is worked on, with its checkpoint. */
    record OpenImport(UUID id, String source, Mapping mapping, Format format, Charset encoding, Counts counts) {}

    @Transactional
    void insert(UUID node, Delivery delivery) {
        var text = """
                insert into import (id, source, node_id, status, format, encoding, mapping, bytes_total, received_at)
                values (?, ?, ?, 'waiting', ?, ?, ?::jsonb, ?, ?)
                """;
        sql.run(text, statement -> {
            statement.setObject(1, delivery.id());
            statement.setString(2, delivery.source().key());
            statement.setObject(3, node);
            statement.setString(4, delivery.format().code());
            statement.setString(5, delivery.encoding().name());
            statement.setString(
                    6, SourceDefinition.json(delivery.source().definition().mapping()));
            statement.setLong(7, delivery.bytes());
            setNow(statement, 8);
            return statement.executeUpdate();
        });
    }

    /**
     * Takes the node's oldest import. One source's files are taken in order, also those that lie on other nodes, as long as
     * these live.
     */
    Optional<OpenImport> claim(UUID node) {
        var text = """
                update import set status = 'running', started_at = coalesce(started_at, ?)
                where status in ('waiting', 'running') and id = (
                    select id from import as mine
                    where node_id = ? and status in ('waiting', 'running') and not exists (
                        select from import as older join node on node.id = older.node_id and node.until > now()
                        where older.source = mine.source and older.id < mine.id and older.node_id <> mine.node_id
                            and older.status in ('waiting', 'running'))
                    order by id limit 1)
                returning *
                """;
        return sql.run(text, statement -> {
            setNow(statement, 1);
            statement.setObject(2, node);
            return Sql.rows(statement, ImportTable::open).stream().findFirst();
        });
    }

    private static OpenImport open(ResultSet row) throws SQLException {
        return new OpenImport(
                row.getObject("id", UUID.class),
                row.getString("source"),
                SourceDefinition.mappingOf(row.getString("mapping")),
                Format.of(row.getString("format")),
                Charset.forName(row.getString("encoding")),
                counts(row));
    }

    /**
     * Moves the checkpoint on, in the caller's transaction.
     *
     * @param from where it stands
     * @param more what became of the records from there
     * @throws LostException if it does not stand there, or if the import was ended
     */
    void checkpoint(UUID id, long from, Counts more, long bytesDone) {
        var text = """
                update import set read = read + ?, created = created + ?, updated = updated + ?,
                    unchanged = unchanged + ?, outdated = outdated + ?, deleted = deleted + ?, failed = failed + ?,
                    dropped = dropped + ?, bytes_done = least(?, bytes_total)
                where id = ? and status = 'running' and read = ?
                """;
        int moved = sql.run(text, statement -> {
            int index = 1;
            for (var count : List.of(
                    more.read(),
                    more.created(),
                    more.updated(),
                    more.unchanged(),
                    more.outdated(),
                    more.deleted(),
                    more.failed(),
                    more.dropped(),
                    bytesDone)) {
                statement.setLong(index++, count);
            }
            statement.setObject(index++, id);
            statement.setLong(index, from);
            return statement.executeUpdate();
        });
        if (moved == 0) {
            throw new LostException();
        }
    }

    /**
     * Ends an import, once.
     *
     * @param problem why it failed; null if it finished
     * @return whether it was open
     */
    @Transactional
    boolean end(UUID id, @Nullable String problem) {
        var text = """
                update import set status = ?, problem = ?, finished_at = ?,
                    bytes_done = case when ?::text is null then bytes_total else bytes_done end
                where id = ? and status in ('waiting', 'running')
                """;
        return sql.run(text, statement -> {
            statement.setString(1, (problem == null ? Status.FINISHED : Status.FAILED).code());
            statement.setString(2, problem);
            setNow(statement, 3);
            statement.setString(4, problem);
            statement.setObject(5, id);
            return statement.executeUpdate() > 0;
        });
    }

    /** The imports of a node that have not ended. */
    List<UUID> open(UUID node) {
        return sql.run("select id from import where node_id = ? and status in ('waiting', 'running')", statement -> {
            statement.setObject(1, node);
            return Sql.rows(statement, row -> row.getObject(1, UUID.class));
        });
    }

    Optional<ImportView> find(UUID id) {
        return sql.run(SELECT + "where import.id = ?", statement -> {
            statement.setObject(1, id);
            return Sql.rows(statement, this::view).stream().findFirst();
        });
    }

    /** Newest first. */
    List<ImportView> list(@Nullable String source, UUID before, int limit) {
        var where = "where import.id < ? and (?::text is null or source = ?) order by import.id desc limit ?";
        return sql.run(SELECT + where, statement -> {
            statement.setObject(1, before);
            statement.setString(2, source);
            statement.setString(3, source);
            statement.setInt(4, limit);
            return Sql.rows(statement, this::view);
        });
    }

    /** Forgets imports that ended before this, with their faults. */
    int expire(Instant before) {
        return sql.run("delete from import where finished_at < ?", statement -> {
            statement.setObject(1, before.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }

    private ImportView view(ResultSet row) throws SQLException {
        var counts = counts(row);
        var started = instant(row, "started_at");
        var finished = instant(row, "finished_at");
        var until = finished == null ? clock.instant() : finished;
        var progress = new Progress(
                row.getLong("bytes_done"),
                row.getLong("bytes_total"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                started,
                finished,
                ImportView.rate(counts.read(), started, until));
        return new ImportView(
                row.getObject("id", UUID.class),
                row.getString("source"),
                Status.of(row.getString("status")),
                row.getBoolean("node_gone") ? "node-gone" : row.getString("problem"),
                counts,
                progress);
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getLong("created"),
                row.getLong("updated"),
                row.getLong("unchanged"),
                row.getLong("outdated"),
                row.getLong("deleted"),
                row.getLong("failed"),
                row.getLong("dropped"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private void setNow(PreparedStatement statement, int index) throws SQLException {
        statement.setObject(index, clock.instant().atOffset(ZoneOffset.UTC));
    }
}
