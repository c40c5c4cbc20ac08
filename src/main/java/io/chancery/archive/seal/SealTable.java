package io.chancery.archive.seal;

import io.chancery.archive.log.Hash;
import io.chancery.archive.log.Hashes;
import io.chancery.archive.log.Node;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Seals and the nodes above them. */
@ApplicationScoped
public class SealTable implements Hashes {

    private static final String COLUMNS =
            "select no, first_position, entries, last_tx, last_kind, last_id, last_part from seal ";

    private final Sql sql;
    private final Clock clock;

    SealTable(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Whether this transaction is the one that seals now; to the end of it nobody else does. */
    boolean lock() {
        return sql.run(
                "select pg_try_advisory_xact_lock(hashtext('chancery seal'))",
                statement -> Sql.rows(statement, row -> row.getBoolean(1)).get(0));
    }

    Optional<Seal> last() {
        return sql.run(
                COLUMNS + "order by no desc limit 1",
                statement -> Sql.rows(statement, SealTable::seal).stream().findFirst());
    }

    /** The seal that the row at a place is in, if it was sealed. */
    public Optional<Seal> of(Place place) {
        var text = COLUMNS + """
                where (last_tx, last_kind, last_id, last_part) >= (?::xid8, ?::smallint, ?::uuid, ?::smallint)
                order by last_tx, last_kind, last_id, last_part limit 1
                """;
        return sql.run(text, statement -> {
            statement.setString(1, place.tx());
            statement.setInt(2, place.kind());
            statement.setObject(3, place.id());
            statement.setInt(4, place.part());
            return Sql.rows(statement, SealTable::seal).stream().findFirst();
        });
    }

    /** The seals after one, in their order. */
    public List<Seal> after(long no, int limit) {
        return sql.run(COLUMNS + "where no > ? order by no limit ?", statement -> {
            statement.setLong(1, no);
            statement.setInt(2, limit);
            return Sql.rows(statement, SealTable::seal);
        });
    }

    /** Where the seals from a position on end, and what they call their leaves. */
    Hash placesFrom(long position) {
        var text = """
                select no, first_position + leaf_count, last_tx, last_kind, last_id, last_part, sha256(entries)
                from seal where first_position >= ? order by no
                """;
        return sql.run(text, statement -> {
            statement.setLong(1, position);
            var digest = new PlaceDigest();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    digest.add(row.getLong(1), row.getLong(2), place(row, 3), row.getBytes(7));
                }
            }
            return digest.take();
        });
    }

    private static Place place(ResultSet row, int first) throws SQLException {
        return new Place(
                row.getString(first),
                row.getInt(first + 1),
                row.getObject(first + 2, UUID.class),
                row.getInt(first + 3));
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(row.getLong(1), row.getLong(2), Seal.leaves(row.getBytes(3)), place(row, 4));
    }

    void insert(List<Seal> seals, List<Node> nodes) {
        var text = """
                insert into seal (no, first_position, leaf_count, entries, last_tx, last_kind, last_id, last_part, sealed_at)
                select no, first_position, leaf_count, entries, last_tx::xid8, last_kind, last_id, last_part, ?
                from unnest(?::bigint[], ?::bigint[], ?::integer[], ?::bytea[], ?::text[], ?::smallint[], ?::uuid[],
                        ?::smallint[])
                    as made (no, first_position, leaf_count, entries, last_tx, last_kind, last_id, last_part)
                """;
        sql.run(text, statement -> {
            statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            Sql.setArray(statement, 2, "bigint", seals, Seal::no);
            Sql.setArray(statement, 3, "bigint", seals, Seal::first);
            Sql.setArray(statement, 4, "integer", seals, seal -> seal.leaves().size());
            Sql.setBytes(statement, 5, seals.stream().map(Seal::entries));
            Sql.setTexts(statement, 6, seals.stream().map(seal -> seal.last().tx()));
            Sql.setSmallints(
                    statement, 7, seals.stream().map(seal -> seal.last().kind()));
            Sql.setUuids(statement, 8, seals.stream().map(seal -> seal.last().id()));
            Sql.setSmallints(
                    statement, 9, seals.stream().map(seal -> seal.last().part()));
            return statement.executeUpdate();
        });
        if (!nodes.isEmpty()) {
            insertNodes(nodes);
        }
    }

    private void insertNodes(List<Node> nodes) {
        var text = """
                insert into log_node (level, no, hash)
                select * from unnest(?::smallint[], ?::bigint[], ?::bytea[])
                """;
        sql.run(text, statement -> {
            Sql.setSmallints(statement, 1, nodes.stream().map(Node::level));
            Sql.setArray(statement, 2, "bigint", nodes, Node::no);
            Sql.setBytes(statement, 3, nodes.stream().map(node -> node.hash().bytes()));
            return statement.executeUpdate();
        });
    }

    /** One node, if it is there. */
    public Optional<Hash> find(int level, long no) {
        return nodeHashes(level, no, no + 1).stream().findFirst();
    }

    @Override
    public List<Hash> read(int level, long from, long to) {
        var hashes = level == 0 ? leafHashes(from, to) : nodeHashes(level, from, to);
        if (hashes.size() != to - from) {
            throw new IllegalStateException("Hashes %d to %d of level %d are not all there".formatted(from, to, level));
        }
        return hashes;
    }

    /** A block may lie in several seals, each of which gives its part. */
    private List<Hash> leafHashes(long from, long to) {
        var text = """
                select substring(entries from (greatest(? - first_position, 0) * 50 + 1)::integer
                        for (least(? - first_position, leaf_count) * 50 - greatest(? - first_position, 0) * 50)::integer)
                from seal where first_position > ? and first_position < ? and first_position + leaf_count > ?
                order by first_position
                """;
        return sql.run(text, statement -> {
            statement.setLong(1, from);
            statement.setLong(2, to);
            statement.setLong(3, from);
            statement.setLong(4, from - Seal.MOST_LEAVES);
            statement.setLong(5, to);
            statement.setLong(6, from);
            return Sql.rows(statement, row -> Seal.leaves(row.getBytes(1))).stream()
                    .flatMap(List::stream)
                    .map(SealedLeaf::hash)
                    .toList();
        });
    }

    private List<Hash> nodeHashes(int level, long from, long to) {
        var text = "select hash from log_node where level = ? and no >= ? and no < ? order by no";
        return sql.run(text, statement -> {
            statement.setInt(1, level);
            statement.setLong(2, from);
            statement.setLong(3, to);
            return Sql.rows(statement, row -> Hash.of(row.getBytes(1)));
        });
    }
}
