package io.chancery.archive.export;

import io.chancery.archive.DeliverySelection.Period;
import io.chancery.archive.evidence.PackedFile;
import io.chancery.archive.log.Hash;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an export is planned to be of. */
@ApplicationScoped
class PlanTable {

    private static final UUID FIRST = new UUID(0, 0);

    private final Sql sql;

    PlanTable(Sql sql) {
        this.sql = sql;
    }

    /** A file, and where what stands before it begins. */
    record Planned(long start, PackedFile file) {}

    void addDeliveries(UUID exportId, List<UUID> ids) {
        var text = "insert into export_delivery select ?, unnest(?::uuid[]) on conflict do nothing";
        sql.run(text, statement -> {
            statement.setObject(1, exportId);
            Sql.setUuids(statement, 2, ids.stream());
            return statement.executeUpdate();
        });
    }

    /** What was accepted in a period, and has been deleted since. */
    void addDeleted(UUID exportId, Period period, boolean test) {
        var end = period.to() == null ? null : IdGenerator.floor(period.to());
        addDeleted("delivery_id >= ? and (?::uuid is null or delivery_id < ?)", test, statement -> {
            statement.setObject(1, exportId);
            statement.setObject(2, IdGenerator.floor(period.from()));
            statement.setObject(3, end);
            statement.setObject(4, end);
            return statement.executeUpdate();
        });
    }

    /** What has been deleted of a message. */
    void addDeleted(UUID exportId, UUID messageId, boolean test) {
        addDeleted("message_id = ?", test, statement -> {
            statement.setObject(1, exportId);
            statement.setObject(2, messageId);
            return statement.executeUpdate();
        });
    }

    private void addDeleted(String condition, boolean test, Sql.Work<Integer> work) {
        sql.run(
                "insert into export_delivery select ?, delivery_id from deletion_record where " + condition + " and "
                        + tried(test) + " on conflict do nothing",
                work);
    }

    /** The message outlasts its deliveries, and says whether it was only tried. */
    private static String tried(boolean test) {
        return "exists (select from message where message.id = deletion_record.message_id and test) is " + test;
    }

    /** Whether anything has been deleted of a message. */
    boolean isDeleted(UUID messageId, boolean test) {
        var text = "select exists (select from deletion_record where message_id = ? and " + tried(test) + ")";
        return sql.run(text, statement -> {
            statement.setObject(1, messageId);
            return Sql.rows(statement, row -> row.getBoolean(1)).get(0);
        });
    }

    /** The deliveries after one, in their order. */
    List<UUID> deliveries(UUID exportId, @Nullable UUID after, int limit) {
        var text = "select delivery_id from export_delivery where export_id = ? and delivery_id > ?"
                + " order by delivery_id limit ?";
        return sql.run(text, statement -> {
            statement.setObject(1, exportId);
            statement.setObject(2, after == null ? FIRST : after);
            statement.setInt(3, limit);
            return Sql.rows(statement, row -> row.getObject(1, UUID.class));
        });
    }

    void addFile(UUID exportId, long start, PackedFile file) {
        var text = "insert into export_file (export_id, start_at, name, size, crc, sha256) values (?, ?, ?, ?, ?, ?)";
        sql.run(text, statement -> {
            statement.setObject(1, exportId);
            statement.setLong(2, start);
            statement.setString(3, file.name());
            statement.setLong(4, file.size());
            statement.setLong(5, Integer.toUnsignedLong(file.crc()));
            statement.setBytes(6, file.sha256().bytes());
            return statement.executeUpdate();
        });
    }

    /** The last file so far. */
    Optional<Planned> lastFile(UUID exportId) {
        return files(exportId, startOf(exportId, Long.MAX_VALUE), 1).stream().findFirst();
    }

    /** Where the file begins in which an offset lies. */
    long startOf(UUID exportId, long offset) {
        var text = "select coalesce(max(start_at), 0) from export_file where export_id = ? and start_at <= ?";
        return sql.run(text, statement -> {
            statement.setObject(1, exportId);
            statement.setLong(2, offset);
            return Sql.rows(statement, row -> row.getLong(1)).get(0);
        });
    }

    /** The files from one that begins at an offset, in their order. */
    List<Planned> files(UUID exportId, long start, int limit) {
        var text = "select start_at, name, size, crc, sha256 from export_file where export_id = ? and start_at >= ?"
                + " order by start_at limit ?";
        return sql.run(text, statement -> {
            statement.setObject(1, exportId);
            statement.setLong(2, start);
            statement.setInt(3, limit);
            return Sql.rows(
                    statement,
                    row -> new Planned(
                            row.getLong(1),
                            new PackedFile(
                                    row.getString(2), row.getLong(3), (int) row.getLong(4), Hash.of(row.getBytes(5)))));
        });
    }

    /** The checkpoints that covered these leaves first, and those before them. */
    void addCheckpoints(UUID exportId, Collection<Long> positions) {
        var text = """
                insert into export_checkpoint
                select distinct ?::uuid, named.no
                from unnest(?::bigint[]) as leaf (place)
                    cross join lateral (select no from checkpoint where tree_size > place order by tree_size limit 1) as first
                    cross join lateral (values (first.no), (first.no - 1)) as named (no)
                where named.no > 0
                on conflict do nothing
                """;
        sql.run(text, statement -> {
            statement.setObject(1, exportId);
            Sql.setBigints(statement, 2, positions.stream());
            return statement.executeUpdate();
        });
    }

    /** The numbers of the checkpoints after one, in their order. */
    List<Long> checkpoints(UUID exportId, long after, int limit) {
        var text = "select no from export_checkpoint where export_id = ? and no > ? order by no limit ?";
        return sql.run(text, statement -> {
            statement.setObject(1, exportId);
            statement.setLong(2, after);
            statement.setInt(3, limit);
            return Sql.rows(statement, row -> row.getLong(1));
        });
    }
}
