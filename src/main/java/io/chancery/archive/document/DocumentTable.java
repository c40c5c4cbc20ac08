package io.chancery.archive.document;

import io.chancery.archive.ArchiveSearch.Content;
import io.chancery.archive.ArchiveSearch.Kept;
import io.chancery.archive.KeptRendition;
import io.chancery.archive.NewDocument;
import io.chancery.archive.NewDocument.Part;
import io.chancery.archive.blob.BlobName;
import io.chancery.archive.blob.BlobRow;
import io.chancery.archive.blob.Blobs;
import io.chancery.archive.key.CustomerKey;
import io.chancery.archive.key.CustomerKeys;
import io.chancery.archive.key.KeyRing;
import io.chancery.platform.Sql;
import io.chancery.platform.digest.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** The archived bytes and what they were made of; only readable while their customer's key is there. */
@ApplicationScoped
public class DocumentTable {

    private static final int MOST_LEARNED = 1 << 20;

    private final Sql sql;
    private final CustomerKeys keys;
    private final DocumentContext.Format contexts;
    private final Dictionaries dictionaries;
    private final Blobs blobs;
    private final Clock clock;

    DocumentTable(
            Sql sql,
            CustomerKeys keys,
            DocumentContext.Format contexts,
            Dictionaries dictionaries,
            Blobs blobs,
            Clock clock) {
        this.blobs = blobs;
        this.sql = sql;
        this.keys = keys;
        this.dictionaries = dictionaries;
        this.contexts = contexts;
        this.clock = clock;
    }

    /**
     * Keeps documents, in the caller's transaction; what goes into another store is there before, and stays there as a
     * name of nothing if the transaction fails, until the sweep.
     *
     * @return the SHA-256 of what is stored of each, in their order; it tells nothing of what was sent
     */
    public List<byte[]> insert(List<NewDocument> documents) {
        var ring = keys.of(documents.stream()
                .collect(Collectors.toMap(NewDocument::deliveryId, NewDocument::customerId, (one, same) -> one)));
        var stored = documents.stream()
                .map(document -> pack(document, ring.get(document.deliveryId())))
                .toList();
        insert(stored, ring);
        return stored.stream().map(StoredDocument::storedSha256).toList();
    }

    private void insert(List<StoredDocument> stored, KeyRing ring) {
        var kept = blobs.keep(stored.stream().map(StoredDocument::blob).toList());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var text = """
                insert into archive_entry (delivery_id, part, customer_id, media_type, size, stored_sha256, content, context,
                    clear_commitment, commitment, store, archived_at)
                select delivery_id, part, customer_id, media_type, size, stored_sha256, content, context,
                    clear_commitment, commitment, store, ?
                from unnest(?::uuid[], ?::smallint[], ?::uuid[], ?::text[], ?::integer[], ?::bytea[], ?::bytea[],
                        ?::bytea[], ?::bytea[], ?::bytea[], ?::smallint[])
                    as kept (delivery_id, part, customer_id, media_type, size, stored_sha256, content, context,
                        clear_commitment, commitment, store)
                """;
        sql.run(text, statement -> {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            Sql.setArray(statement, 2, "uuid", stored, StoredDocument::deliveryId);
            Sql.setArray(statement, 3, "smallint", stored, StoredDocument::part);
            Sql.setArray(statement, 4, "uuid", stored, StoredDocument::customerId);
            Sql.setArray(statement, 5, "text", stored, StoredDocument::mediaType);
            Sql.setArray(statement, 6, "integer", stored, StoredDocument::size);
            Sql.setBytes(statement, 7, stored.stream().map(StoredDocument::storedSha256));
            Sql.setBytes(statement, 8, kept.stream().map(BlobRow::content));
            Sql.setBytes(statement, 9, stored.stream().map(StoredDocument::context));
            Sql.setBytes(statement, 10, stored.stream().map(StoredDocument::clear));
            Sql.setBytes(statement, 11, stored.stream().map(one -> one.commitment(now, ring.get(one.deliveryId()))));
            Sql.setSmallints(statement, 12, kept.stream().map(BlobRow::store));
            return statement.executeUpdate();
        });
    }

    /** Whether it is known what documents of this kind have in common. */
    public boolean knows(String kind) {
        return dictionaries.ofKind(kind).isPresent();
    }

    /**
     * Takes a document that nobody gets as what all of its kind have in common, in the caller's transaction. Of two only the
     * first is used.
     *
     * @param sample of the kind that it says, with nothing of any person in it; only its first megabyte counts
     */
    public void learn(NewDocument sample) {
        var clear = clear(sample);
        var content = ByteBuffer.allocate(MOST_LEARNED);
        for (var part : List.of(clear.context(), clear.content())) {
            content.put(part, 0, Math.min(part.length, content.remaining()));
        }
        var id = clear.deliveryId();
        var common = Arrays.copyOf(content.array(), content.position());
        var entry = new ClearDocument(
                id, clear.part(), Dictionaries.NOBODY, Dictionaries.MEDIA_TYPE, common, clear.context());
        var ring = keys.of(Map.of(id, Dictionaries.NOBODY));
        insert(List.of(entry.pack(ring.get(id), null)), ring);
        dictionaries.use(sample.kind(), id);
    }

    private StoredDocument pack(NewDocument document, CustomerKey key) {
        return clear(document).pack(key, dictionaries.ofKind(document.kind()).orElse(null));
    }

    private ClearDocument clear(NewDocument document) {
        var rendition = document.rendition();
        return new ClearDocument(
                document.deliveryId(),
                document.part().ordinal(),
                document.customerId(),
                rendition.mediaType(),
                rendition.content(),
                contexts.write(DocumentContext.of(document)));
    }

    /** What was kept of deliveries; those without, and those of erased customers, are missing. */
    public Map<UUID, KeptRendition> find(Collection<UUID> deliveryIds, Part part) {
        // From the ids, so that each is looked for in its own month alone.
        var text = """
                select delivery_id, part, customer_id, media_type, content, context, archived_at,
                    stored_sha256, store
                from unnest(?::uuid[]) as asked (id) cross join lateral (
                    select * from archive_entry where delivery_id = asked.id and part = ? offset 0) as entry
                """;
        var rows = sql.run(text, statement -> {
            Sql.setUuids(statement, 1, deliveryIds.stream());
            statement.setInt(2, part.ordinal());
            return Sql.rows(statement, DocumentTable::row);
        });
        var ring = keys.find(rows.stream().collect(Collectors.toMap(Row::deliveryId, Row::customerId)));
        return kept(
                rows.stream().filter(row -> ring.get(row.deliveryId()) != null).toList(), ring);
    }

    private Map<UUID, KeptRendition> kept(List<Row> rows, Map<UUID, CustomerKey> ring) {
        var contents = blobs.read(rows.stream().map(Row::content).toList());
        var found = new HashMap<UUID, KeptRendition>();
        for (var row : rows) {
            var content = contents.get(row.content().name());
            if (content == null) {
                throw new IllegalArgumentException("The content of document %d of delivery %s is gone or was changed"
                        .formatted(row.part(), row.deliveryId()));
            }
            found.put(row.deliveryId(), kept(row, content, Objects.requireNonNull(ring.get(row.deliveryId()))));
        }
        return found;
    }

    private record Row(
            UUID deliveryId,
            int part,
            UUID customerId,
            String mediaType,
            BlobRow content,
            byte[] context,
            Instant archivedAt) {}

    private static Row row(ResultSet row) throws SQLException {
        var deliveryId = row.getObject(1, UUID.class);
        int part = row.getInt(2);
        return new Row(
                deliveryId,
                part,
                row.getObject(3, UUID.class),
                row.getString(4),
                new BlobRow(BlobName.of(deliveryId, part, row.getBytes(8)), row.getInt(9), row.getBytes(5)),
                row.getBytes(6),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }

    private KeptRendition kept(Row row, byte[] packed, CustomerKey key) {
        var content = Packing.ofContent(key, row.deliveryId(), row.part()).unpack(packed, dictionaries);
        var context = contexts.read(
                Packing.ofContext(key, row.deliveryId(), row.part()).unpack(row.context(), dictionaries));
        return new KeptRendition(context.rendition(row.mediaType(), content), context.sha256(), row.archivedAt());
    }

    /** All that was kept of one delivery, without the bytes. */
    public List<Kept> describe(UUID deliveryId) {
        var text = """
                select delivery_id, part, customer_id, media_type, size, stored_sha256, context, commitment, archived_at
                from archive_entry where delivery_id = ? order by part
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, deliveryId);
            return Sql.rows(statement, this::described);
        });
    }

    private Kept described(ResultSet row) throws SQLException {
        int part = row.getInt(2);
        var deliveryId = row.getObject(1, UUID.class);
        var key = keys.find(Map.of(deliveryId, row.getObject(3, UUID.class))).get(deliveryId);
        return new Kept(
                Part.values()[part].name().toLowerCase(Locale.ROOT),
                row.getString(4),
                row.getInt(5),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                Sha256.hexadecimal(row.getBytes(6)),
                Sha256.hexadecimal(row.getBytes(8)),
                key == null ? null : content(row, key));
    }

    private Content content(ResultSet row, CustomerKey key) throws SQLException {
        var packing = Packing.ofContext(key, row.getObject(1, UUID.class), row.getInt(2));
        var context = contexts.read(packing.unpack(row.getBytes(7), dictionaries));
        return new Content(context.sha256(), context.envelope(), context.used());
    }
}
