package io.chancery.archive.seal;

import io.chancery.archive.log.Hash;
import io.chancery.archive.log.Leaf;
import io.chancery.archive.log.LeafKind;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rows that become leaves. */
@ApplicationScoped
public class LeafRows {

    private static final List<Source> SOURCES = List.of(
            new Source(LeafKind.DOCUMENT, "archive_entry", "delivery_id", "part", "stored_sha256"),
            new Source(LeafKind.EVENT, "event", "id", "0::smallint", "null::bytea"),
            new Source(LeafKind.AUDIT_ENTRY, "audit_entry", "id", "0::smallint", "null::bytea"),
            new Source(LeafKind.DELETION_RECORD, "deletion_record", "id", "0::smallint", "null::bytea"));

    /** What an event has for a commitment that is older than the keys of customers: its existence is all that is sealed. */
    private static final byte[] NONE = new byte[Hash.LENGTH];

    private final Sql sql;

    LeafRows(Sql sql) {
        this.sql = sql;
    }

    /** A table whose rows are leaves of one kind. */
    private record Source(LeafKind kind, String table, String id, String part, String stored) {

        /** In order, the rows of this table after a place, of transactions before the horizon. */
        String query() {
            return """
                    (%s where tx >= ?::xid8 and tx < ?::xid8
                        and (tx, %d::smallint, %s, %s) > (?::xid8, ?::smallint, ?::uuid, ?::smallint)
                    order by tx, id, part limit ?)
                    """.formatted(columns(), (int) kind.code(), id, part);
        }

        private String columns() {
            return "select tx, %d::smallint as kind, %s as id, %s as part, %s as stored, commitment from %s"
                    .formatted((int) kind.code(), id, part, stored, table);
        }
    }

    /** The least transaction that may still be writing: all rows of those before it are there to be read. */
    String horizon() {
        return sql.run(
                "select pg_snapshot_xmin(pg_current_snapshot())",
                statement -> Sql.rows(statement, row -> row.getString(1)).get(0));
    }

    /** The next rows after a place, up to so many, in the order in which they are sealed. */
    List<LeafRow> after(Place last, String horizon, int limit) {
        var text = SOURCES.stream().map(Source::query).collect(Collectors.joining(" union all "))
                + " order by tx, kind, id, part limit ?";
        return sql.run(text, statement -> {
            int index = 0;
            for (int i = 0; i < SOURCES.size(); i++) {
                statement.setString(++index, last.tx());
                statement.setString(++index, horizon);
                index = setPlace(statement, index, last);
                statement.setInt(++index, limit);
            }
            statement.setInt(++index, limit);
            return Sql.rows(statement, LeafRows::row);
        });
    }

    /** All rows of one delivery, sealed or not. */
    public List<LeafRow> ofDelivery(UUID deliveryId) {
        var own = SOURCES.stream()
                .filter(source -> source.kind() != LeafKind.AUDIT_ENTRY)
                .toList();
        var text = own.stream()
                        .map(source -> source.columns() + " where delivery_id = ?")
                        .collect(Collectors.joining(" union all "))
                + " order by tx, kind, id, part";
        return sql.run(text, statement -> {
            for (int i = 0; i < own.size(); i++) {
                statement.setObject(i + 1, deliveryId);
            }
            return Sql.rows(statement, LeafRows::row);
        });
    }

    private static int setPlace(PreparedStatement statement, int before, Place place) throws SQLException {
        statement.setString(before + 1, place.tx());
        statement.setInt(before + 2, place.kind());
        statement.setObject(before + 3, place.id());
        statement.setInt(before + 4, place.part());
        return before + 4;
    }

    private static LeafRow row(ResultSet row) throws SQLException {
        var kind = LeafKind.of(row.getByte(2));
        var id = row.getObject(3, UUID.class);
        int part = row.getInt(4);
        var place = new Place(row.getString(1), kind.code(), id, part);
        var stored = row.getBytes(5);
        var said = row.getBytes(6);
        var commitment = Hash.of(said == null ? NONE : said);
        var leaf = new Leaf(kind, place.transaction(), id, part, stored == null ? null : Hash.of(stored), commitment);
        return new LeafRow(place, leaf);
    }
}
