package io.chancery.archive.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.archive.blob.BlobName;
import io.chancery.archive.blob.BlobRow;
import io.chancery.archive.blob.Blobs;
import io.chancery.archive.commitment.DocumentCommitment;
import io.chancery.archive.commitment.EventCommitment;
import io.chancery.archive.expiry.Deletions;
import io.chancery.archive.key.CustomerKey;
import io.chancery.archive.log.Hash;
import io.chancery.archive.log.Leaf;
import io.chancery.archive.log.LeafKind;
import io.chancery.archive.seal.Place;
import io.chancery.platform.Sql;
import io.chancery.platform.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads rows of the record again, and what each is bound to by its commitment. */
@ApplicationScoped
class RecordedRows {

    private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {};

    private static final String RANGE = """
            where %1$s.tx >= ?::xid8 and %1$s.tx <= ?::xid8
                and (%1$s.tx, %2$d::smallint, %3$s) > (?::xid8, ?::smallint, ?::uuid, ?::smallint)
                and (%1$s.tx, %2$d::smallint, %3$s) <= (?::xid8, ?::smallint, ?::uuid, ?::smallint)
            """;

    private static final String EVENTS =
            """
            select event.tx, event.id, delivery_id, at, kind, attempt, reason, detail, commitment, customer_id
            from event left join delivery on delivery.id = delivery_id
            """ + RANGE.formatted("event", (int) LeafKind.EVENT.code(), "event.id, 0::smallint");

    private static final String AUDIT_ENTRIES =
            """
            select tx, id, action, commitment from audit_entry
            """ + RANGE.formatted("audit_entry", (int) LeafKind.AUDIT_ENTRY.code(), "id, 0::smallint");

    private static final String DELETION_RECORDS =
            """
            select tx, id, delivery_id, commitment from deletion_record
            """ + RANGE.formatted("deletion_record", (int) LeafKind.DELETION_RECORD.code(), "id, 0::smallint");

    /** Of documents the database hashes what it stores, so that only those of other stores travel. */
    private static final String DOCUMENTS =
            """
            select tx, delivery_id, part, customer_id, media_type, size, sha256(content), sha256(context), archived_at,
                stored_sha256, commitment, clear_commitment, store
            from archive_entry
            """ + RANGE.formatted("archive_entry", (int) LeafKind.DOCUMENT.code(), "delivery_id, part");

    static final String NOT_COMMITTED = "its content is not what it was committed to";

    private final Sql sql;
    private final RowKeys keys;
    private final Blobs blobs;
    private final ObjectMapper json;
    /** What is committed to under keys of our own, and no customer's. */
    private final List<Own> own;

    RecordedRows(Sql sql, RowKeys keys, AuditLog audit, Deletions deletions, Blobs blobs, ObjectMapper json) {
        this.blobs = blobs;
        this.sql = sql;
        this.keys = keys;
        this.own = List.of(
                new Own(LeafKind.AUDIT_ENTRY, AUDIT_ENTRIES, "audit entry %s (%s)", audit::altered),
                new Own(LeafKind.DELETION_RECORD, DELETION_RECORDS, "deletion record %s of %s", deletions::altered));
        this.json = json;
    }

    /**
     * A row whose content is known.
     *
     * @param customerId null if the delivery is gone
     * @param broken what is wrong without any key, in words; null if nothing is
     * @param expected the commitment that its content has under a key; null if it has no content that could have one
     */
    private record Found(
            Place place,
            Leaf leaf,
            String name,
            UUID deliveryId,
            @Nullable UUID customerId,
            @Nullable String broken,
            @Nullable Function<CustomerKey, byte[]> expected) {}

    /** @param altered which of these rows have not our commitment */
    private record Own(LeafKind kind, String text, String name, Function<List<UUID>, Set<UUID>> altered) {}

    /** All rows after one place, up to another. */
    List<RecordedRow> between(Place after, Place last) {
        var found = Stream.concat(read(EVENTS, after, last, this::event).stream(), documents(after, last).stream())
                .toList();
        var known = keys.of(readers(found));
        var first = firstTransaction();
        var rows = new ArrayList<RecordedRow>();
        own.forEach(one -> rows.addAll(ours(one, after, last)));
        found.forEach(
                row -> rows.add(new RecordedRow(row.leaf(), row.name(), row.deliveryId(), fault(row, known, first))));
        return rows;
    }

    private List<RecordedRow> ours(Own one, Place after, Place last) {
        var found = read(one.text(), after, last, row -> {
            var id = row.getObject(2, UUID.class);
            long transaction = Long.parseUnsignedLong(row.getString(1));
            var leaf = Leaf.of(one.kind(), transaction, id, Hash.of(row.getBytes(4)));
            return new RecordedRow(leaf, one.name().formatted(id, row.getString(3)), null, null);
        });
        var altered =
                one.altered().apply(found.stream().map(row -> row.leaf().id()).toList());
        return found.stream()
                .map(row -> altered.contains(row.leaf().id()) ? row.with(NOT_COMMITTED) : row)
                .toList();
    }

    /** By delivery. */
    private static Map<UUID, UUID> readers(List<Found> found) {
        var readers = new HashMap<UUID, UUID>();
        found.forEach(row ->
                Optional.ofNullable(row.customerId()).ifPresent(reader -> readers.put(row.deliveryId(), reader)));
        return readers;
    }

    /** The one that carried over what is older than the keys of customers: only its events have no commitment. */
    private String firstTransaction() {
        return sql.run(
                "select tx from event order by tx limit 1",
                statement -> Sql.rows(statement, row -> row.getString(1)).stream()
                        .findFirst()
                        .orElse("none"));
    }

    private <T> List<T> read(String text, Place after, Place last, Sql.RowReader<T> reader) {
        return sql.run(text, statement -> {
            statement.setString(1, after.tx());
            statement.setString(2, last.tx());
            int index = 2;
            for (var place : List.of(after, last)) {
                statement.setString(++index, place.tx());
                statement.setInt(++index, place.kind());
                statement.setObject(++index, place.id());
                statement.setInt(++index, place.part());
            }
            return Sql.rows(statement, reader);
        });
    }

    private Found event(ResultSet row) throws SQLException {
        var id = row.getObject(2, UUID.class);
        var deliveryId = row.getObject(3, UUID.class);
        var commitment = row.getBytes(9);
        var content = commitment == null
                ? null
                : new EventCommitment(
                        id,
                        deliveryId,
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getString(5),
                        row.getInt(6),
                        row.getString(7),
                        detail(row.getString(8)));
        var place = new Place(row.getString(1), LeafKind.EVENT.code(), id, 0);
        return new Found(
                place,
                Leaf.of(
                        LeafKind.EVENT,
                        place.transaction(),
                        id,
                        Hash.of(commitment == null ? new byte[Hash.LENGTH] : commitment)),
                "event %s (%s) of delivery %s".formatted(id, row.getString(5), deliveryId),
                deliveryId,
                row.getObject(10, UUID.class),
                row.getObject(10) == null ? "its delivery is gone" : null,
                content == null ? null : key -> content.with(content.rowKey(key.commitments())));
    }

    private Map<String, String> detail(String written) {
        try {
            return json.readValue(written, DETAIL);
        } catch (JsonProcessingException e) {
            // No detail that we write; the commitment will not fit either.
            return Map.of("unreadable", written);
        }
    }

    /**
     * A document as its row has it.
     *
     * @param said with the hash of the content that the row says
     * @param sha256 of the content in the row; null if it lies elsewhere
     */
    private record Document(
            String tx, DocumentCommitment said, byte @Nullable [] sha256, byte[] commitment, int store) {

        static Document of(ResultSet row) throws SQLException {
            var said = new DocumentCommitment(
                    row.getObject(2, UUID.class),
                    row.getInt(3),
                    row.getObject(4, UUID.class),
                    row.getString(5),
                    row.getInt(6),
                    new DocumentCommitment.Bytes(row.getBytes(10), row.getBytes(8), row.getBytes(12)),
                    row.getObject(9, OffsetDateTime.class).toInstant());
            return new Document(row.getString(1), said, row.getBytes(7), row.getBytes(11), row.getInt(13));
        }

        BlobRow blob() {
            var name = BlobName.of(said.deliveryId(), said.part(), said.bytes().contentSha256());
            return new BlobRow(name, store, null);
        }
    }

    /** With the hash that the content of each has, wherever it lies. */
    private List<Found> documents(Place after, Place last) {
        var rows = read(DOCUMENTS, after, last, Document::of);
        var elsewhere = blobs.hashes(rows.stream()
                .filter(row -> row.sha256() == null)
                .map(Document::blob)
                .toList());
        return rows.stream()
                .map(row -> document(
                        row, row.sha256() == null ? elsewhere.get(row.blob().name()) : row.sha256()))
                .toList();
    }

    /** @param sha256 of the content as it is; null if there is none any more */
    private static Found document(Document row, byte @Nullable [] sha256) {
        var said = row.said();
        // What is stored by now: if that is not what was sealed, the leaf is another.
        var bytes = new DocumentCommitment.Bytes(
                sha256 == null ? said.bytes().contentSha256() : sha256,
                said.bytes().contextSha256(),
                said.bytes().clear());
        var content = new DocumentCommitment(
                said.deliveryId(),
                said.part(),
                said.customerId(),
                said.mediaType(),
                said.size(),
                bytes,
                said.archivedAt());
        var place = new Place(row.tx(), LeafKind.DOCUMENT.code(), said.deliveryId(), said.part());
        var leaf = Leaf.document(
                place.transaction(),
                said.deliveryId(),
                said.part(),
                Hash.of(bytes.contentSha256()),
                Hash.of(row.commitment()));
        return new Found(
                place,
                leaf,
                "document %d of delivery %s".formatted(said.part(), said.deliveryId()),
                said.deliveryId(),
                said.customerId(),
                broken(said, sha256),
                key -> content.with(content.rowKey(key.commitments())));
    }

    private static @Nullable String broken(DocumentCommitment said, byte @Nullable [] sha256) {
        if (sha256 == null) {
            return "its content is gone from the store in which it lay";
        }
        return Arrays.equals(sha256, said.bytes().contentSha256()) ? null : "its bytes have another hash than it says";
    }

    private static @Nullable String fault(Found row, RowKeys.Known keys, String first) {
        if (row.customerId() == null || row.broken() != null) {
            return row.broken();
        }
        var expected = row.expected();
        if (expected == null) {
            return row.place().tx().equals(first) ? null : "nobody has committed to it";
        }
        return keys.fault(
                row.deliveryId(),
                row.customerId(),
                expected,
                row.leaf().commitment().bytes());
    }
}
