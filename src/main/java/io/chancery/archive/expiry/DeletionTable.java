package io.chancery.archive.expiry;

import io.chancery.archive.expiry.DeletionRecord.Deleted;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was deleted, and the one way in which it is. */
@ApplicationScoped
class DeletionTable {

    private static final String RECORDS = """
            select id, expiry_id, delivery_id, message_id, document_class, channel, rule, kept_until, events, parts, proposed_by,
                approved_by, deleted_at, commitment, tx
            from deletion_record where
            """;

    private final Sql sql;

    DeletionTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * A record as it stands there.
     *
     * @param tx id of the transaction that wrote it; empty before
     */
    record Kept(DeletionRecord record, byte[] commitment, String tx) {}

    /** Of which message a delivery is, and which rows there are of it. */
    record Leaves(UUID messageId, List<UUID> events, List<Integer> parts) {}

    /** Keeps holds from being made, and these deliveries from being changed, until the transaction ends. */
    void lock(List<UUID> deliveryIds) {
        sql.run("select pg_advisory_xact_lock_shared(hashtext('chancery legal hold'))", PreparedStatement::execute);
        sql.run("select from delivery where id = any (?) order by id for update", statement -> {
            Sql.setUuids(statement, 1, deliveryIds.stream());
            return statement.execute();
        });
    }

    /** What is on record of deliveries. */
    Map<UUID, Leaves> leaves(Collection<UUID> deliveryIds) {
        var text = """
                select asked.id, (select message_id from delivery where delivery.id = asked.id),
                    array(select event.id from event where delivery_id = asked.id order by event.id),
                    array(select part from archive_entry where delivery_id = asked.id order by part)
                from unnest(?::uuid[]) as asked (id)
                """;
        return sql.run(text, statement -> {
            Sql.setUuids(statement, 1, deliveryIds.stream());
            var found = new HashMap<UUID, Leaves>();
            Sql.rows(statement, row -> found.put(row.getObject(1, UUID.class), leaves(row)));
            return found;
        });
    }

    private static Leaves leaves(ResultSet row) throws SQLException {
        return new Leaves(row.getObject(2, UUID.class), events(row, 3), parts(row, 4));
    }

    private static List<UUID> events(ResultSet row, int column) throws SQLException {
        return List.of((UUID[]) row.getArray(column).getArray());
    }

    private static List<Integer> parts(ResultSet row, int column) throws SQLException {
        return Stream.of((Short[]) row.getArray(column).getArray())
                .map(Short::intValue)
                .toList();
    }

    /** Deletes what these say, all of one expiry, of one instant and in the order of the deliveries' ids, and keeps the records. */
    void delete(List<Kept> records) {
        var first = records.get(0).record();
        var deleted = records.stream().map(kept -> kept.record().deleted()).toList();
        sql.run("select expire_deliveries(?, ?, ?, ?, ?, ?, ?, ?, ?)", statement -> {
            statement.setObject(1, first.expiryId());
            Sql.setUuids(statement, 2, deleted.stream().map(Deleted::deliveryId));
            statement.setObject(3, first.deletedAt().atOffset(ZoneOffset.UTC));
            Sql.setUuids(
                    statement, 4, records.stream().map(kept -> kept.record().id()));
            Sql.setTexts(statement, 5, deleted.stream().map(Deleted::rule));
            Sql.setArray(statement, 6, "date", deleted, Deleted::keptUntil);
            Sql.setTexts(statement, 7, deleted.stream().map(one -> array(one.events())));
            Sql.setTexts(statement, 8, deleted.stream().map(one -> array(one.parts())));
            Sql.setBytes(statement, 9, records.stream().map(Kept::commitment));
            return statement.execute();
        });
    }

    private static String array(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    /** The records of an expiry, after one of them. */
    List<Kept> ofExpiry(UUID expiryId, UUID after, int limit) {
        return sql.run(RECORDS + "expiry_id = ? and id > ? order by id limit ?", statement -> {
            statement.setObject(1, expiryId);
            statement.setObject(2, after);
            statement.setInt(3, limit);
            return Sql.rows(statement, DeletionTable::kept);
        });
    }

    /** Those with these ids, of these deliveries, or that name any of these events. */
    List<Kept> find(String column, Collection<UUID> ids) {
        return sql.run(RECORDS + column, statement -> {
            Sql.setUuids(statement, 1, ids.stream());
            return Sql.rows(statement, DeletionTable::kept);
        });
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var deleted = new Deleted(
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, LocalDate.class),
                events(row, 9),
                parts(row, 10));
        var record = new DeletionRecord(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                deleted,
                row.getString(11),
                row.getString(12),
                row.getObject(13, OffsetDateTime.class).toInstant());
        return new Kept(record, row.getBytes(14), row.getString(15));
    }
}
