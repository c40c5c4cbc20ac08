package io.chancery.archive.export;

import io.chancery.archive.DeliverySelection.Scope;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Exports: what was asked for, and how far they are. */
@ApplicationScoped
public class ExportTable {

    private static final String COLUMNS = """
            select id, requested_at, requested_by, message_id, from_text, to_text, query, test, tx, status, checkpoint_no,
                reached, deliveries, files, table_offset, table_size
            from archive_export
            """;

    private final Sql sql;

    ExportTable(Sql sql) {
        this.sql = sql;
    }

    void insert(UUID id, Instant at, String by, Scope scope) {
        var text = """
                insert into archive_export (id, requested_at, requested_by, message_id, from_text, to_text, query, test, status)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'requested')
                """;
        sql.run(text, statement -> {
            statement.setObject(1, id);
            statement.setObject(2, at.atOffset(ZoneOffset.UTC));
            statement.setString(3, by);
            statement.setObject(4, scope.messageId());
            statement.setString(5, scope.from());
            statement.setString(6, scope.to());
            statement.setString(7, scope.query());
            statement.setBoolean(8, scope.test());
            return statement.executeUpdate();
        });
    }

    Optional<Export> find(UUID id) {
        return sql.run(COLUMNS + "where id = ?", statement -> {
            statement.setObject(1, id);
            return Sql.rows(statement, ExportTable::export).stream().findFirst();
        });
    }

    /** Those after one, newest first. */
    List<Export> list(boolean test, @Nullable UUID after, int limit) {
        var text = COLUMNS + "where test = ? and (?::uuid is null or id < ?::uuid) order by id desc limit ?";
        return sql.run(text, statement -> {
            statement.setBoolean(1, test);
            statement.setObject(2, after);
            statement.setObject(3, after);
            statement.setInt(4, limit);
            return Sql.rows(statement, ExportTable::export);
        });
    }

    /** The first that is not made yet. */
    Optional<Export> next() {
        var text = COLUMNS + "where status in ('requested', 'selecting', 'reading', 'finishing') order by id limit 1";
        return sql.run(
                text,
                statement -> Sql.rows(statement, ExportTable::export).stream().findFirst());
    }

    /** Whether it was where this step began; otherwise somebody else has made the step. */
    boolean update(Export before, Export after) {
        var text = """
                update archive_export set status = ?, checkpoint_no = ?, reached = ?, deliveries = ?, files = ?,
                    table_offset = ?, table_size = ?
                where id = ? and status = ? and reached is not distinct from ?
                """;
        return sql.run(text, statement -> {
                    statement.setString(1, after.status().code());
                    statement.setLong(2, after.checkpoint());
                    statement.setObject(3, after.plan().reached());
                    statement.setLong(4, after.plan().deliveries());
                    statement.setLong(5, after.plan().files());
                    statement.setLong(6, after.plan().tableOffset());
                    statement.setLong(7, after.plan().tableSize());
                    statement.setObject(8, before.id());
                    statement.setString(9, before.status().code());
                    statement.setObject(10, before.plan().reached());
                    return statement.executeUpdate();
                })
                == 1;
    }

    /** Puts it to an end that nobody wished, and forgets what is known of its files. */
    void end(UUID id, ExportStatus status) {
        var text = """
                with ended as (update archive_export set status = ? where id = ? returning id)
                delete from export_file where export_id in (select id from ended)
                """;
        sql.run(text, statement -> {
            statement.setString(1, status.code());
            statement.setObject(2, id);
            return statement.executeUpdate();
        });
    }

    /**
     * Ends all exports that have deliveries of these customers, and forgets what is known of their files: to be called in the
     * transaction that takes the customers' keys.
     */
    public void outdate(Collection<UUID> customerIds) {
        outdate("select id from delivery where customer_id = any (?)", customerIds);
    }

    /** The same for deliveries, in the transaction that deletes what was kept of them. */
    public void outdateDeliveries(Collection<UUID> deliveryIds) {
        outdate("select unnest(?::uuid[])", deliveryIds);
    }

    private void outdate(String deliveries, Collection<UUID> ids) {
        var text = """
                with ended as (
                    update archive_export set status = 'outdated'
                    where status <> 'failed' and id in
                        (select export_id from export_delivery where delivery_id in (%s))
                    returning id)
                delete from export_file where export_id in (select id from ended)
                """.formatted(deliveries);
        sql.run(text, statement -> {
            Sql.setUuids(statement, 1, ids.stream());
            return statement.executeUpdate();
        });
    }

    /** How often a step of it has failed, with this one. */
    int fail(UUID id) {
        return sql.run(
                "update archive_export set failures = failures + 1 where id = ? returning failures", statement -> {
                    statement.setObject(1, id);
                    return Sql.rows(statement, row -> row.getInt(1)).get(0);
                });
    }

    void deleteBefore(Instant time) {
        sql.run("delete from archive_export where requested_at < ?", statement -> {
            statement.setObject(1, time.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }

    private static Export export(ResultSet row) throws SQLException {
        var scope = new Scope(
                row.getObject(4, UUID.class), row.getString(5), row.getString(6), row.getString(7), row.getBoolean(8));
        var plan = new Export.Plan(
                row.getObject(12, UUID.class), row.getLong(13), row.getLong(14), row.getLong(15), row.getLong(16));
        return new Export(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                scope,
                row.getString(9),
                ExportStatus.of(row.getString(10)),
                row.getLong(11),
                plan);
    }
}
