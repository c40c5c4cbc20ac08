package io.chancery.archive.blob;

import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Objects that no row names any more, and how far the search for such has come. */
@ApplicationScoped
class DeletionQueue {

    private static final String NAMED =
            "unnest(?::uuid[], ?::smallint[], ?::bytea[]) as named (delivery_id, part, sha256)";

    private final Sql sql;

    DeletionQueue(Sql sql) {
        this.sql = sql;
    }

    /** Those whose turn has come and that nobody else has taken; they stay ours until the transaction ends. */
    List<BlobName> take(Instant now, int limit) {
        var text = """
                select delivery_id, part, sha256 from blob_deletion where try_at <= ? order by try_at limit ?
                for update skip locked
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setInt(2, limit);
            return Sql.rows(
                    statement, row -> BlobName.of(row.getObject(1, UUID.class), row.getInt(2), row.getBytes(3)));
        });
    }

    /** They are gone. */
    void remove(List<BlobName> names) {
        var text = """
                delete from blob_deletion as old using %s
                where old.delivery_id = named.delivery_id and old.part = named.part and old.sha256 = named.sha256
                """.formatted(NAMED);
        sql.run(text, statement -> {
            setNames(statement, names);
            return statement.executeUpdate();
        });
    }

    /** It is not to be tried before. */
    void postpone(BlobName name, Instant until) {
        var text = "update blob_deletion set try_at = ? where delivery_id = ? and part = ? and sha256 = ?";
        sql.run(text, statement -> {
            statement.setObject(1, until.atOffset(ZoneOffset.UTC));
            statement.setObject(2, name.deliveryId());
            statement.setInt(3, name.part());
            statement.setBytes(4, HexFormat.of().parseHex(name.sha256()));
            return statement.executeUpdate();
        });
    }

    /** Puts those of them into the queue that no row names. */
    int addUnnamed(List<BlobName> names, Instant now) {
        // By its key: a hash alone would be looked for in all months.
        var text = """
                insert into blob_deletion (delivery_id, part, sha256, try_at)
                select delivery_id, part, sha256, ? from %s
                where (select stored_sha256 from archive_entry as entry
                    where entry.delivery_id = named.delivery_id and entry.part = named.part and store = 1)
                        is distinct from sha256
                on conflict do nothing
                """.formatted(NAMED);
        return sql.run(text, statement -> {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            setNames(statement, names, 2);
            return statement.executeUpdate();
        });
    }

    private static void setNames(PreparedStatement statement, List<BlobName> names) throws SQLException {
        setNames(statement, names, 1);
    }

    private static void setNames(PreparedStatement statement, List<BlobName> names, int index) throws SQLException {
        Sql.setUuids(statement, index, names.stream().map(BlobName::deliveryId));
        Sql.setSmallints(statement, index + 1, names.stream().map(BlobName::part));
        Sql.setBytes(
                statement, index + 2, names.stream().map(name -> HexFormat.of().parseHex(name.sha256())));
    }

    /** After which path the search goes on; empty if it is another node's or is not to go on yet. */
    Optional<String> reached(Instant now) {
        return sql.run("select reached from blob_sweep where begin_at <= ? for update skip locked", statement -> {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            return Sql.rows(statement, row -> row.getString(1)).stream().findFirst();
        });
    }

    /** @param beginAt when it goes on */
    void reach(String path, Instant beginAt) {
        sql.run("update blob_sweep set reached = ?, begin_at = ?", statement -> {
            statement.setString(1, path);
            statement.setObject(2, beginAt.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }
}
