package io.chancery.archive.document;

import io.chancery.archive.blob.BlobName;
import io.chancery.archive.blob.BlobRow;
import io.chancery.archive.blob.Blobs;
import io.chancery.archive.document.OpenedDocument.Clear;
import io.chancery.archive.document.OpenedDocument.Stored;
import io.chancery.archive.key.CustomerKey;
import io.chancery.archive.key.CustomerKeys;
import io.chancery.archive.log.Hash;
import io.chancery.platform.Sql;
import io.chancery.platform.digest.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The documents of deliveries with all that binds them to their rows, for those who have to prove them. */
@ApplicationScoped
public class OpenedDocuments {

    private final Sql sql;
    private final CustomerKeys keys;
    private final DocumentContext.Format contexts;
    private final Dictionaries dictionaries;
    private final Blobs blobs;

    OpenedDocuments(
            Sql sql, CustomerKeys keys, DocumentContext.Format contexts, Dictionaries dictionaries, Blobs blobs) {
        this.blobs = blobs;
        this.dictionaries = dictionaries;
        this.sql = sql;
        this.keys = keys;
        this.contexts = contexts;
    }

    /** All that was kept of one delivery. */
    public List<OpenedDocument> of(UUID deliveryId) {
        var text = """
                select tx, part, customer_id, media_type, size, archived_at, stored_sha256, commitment, content, context,
                    store
                from archive_entry where delivery_id = ? order by part
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, deliveryId);
            return Sql.rows(statement, row -> opened(deliveryId, row));
        });
    }

    private OpenedDocument opened(UUID deliveryId, ResultSet row) throws SQLException {
        int part = row.getInt(2);
        var customerId = row.getObject(3, UUID.class);
        var content = new BlobRow(BlobName.of(deliveryId, part, row.getBytes(7)), row.getInt(11), row.getBytes(9));
        var context = row.getBytes(10);
        var key = keys.find(Map.of(deliveryId, customerId)).get(deliveryId);
        return new OpenedDocument(
                row.getString(1),
                part,
                customerId,
                row.getString(4),
                row.getInt(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                new Stored(Hash.of(row.getBytes(7)), Hash.of(Sha256.bytes(context)), Hash.of(row.getBytes(8))),
                key == null ? null : clear(key, deliveryId, part, content, context));
    }

    private @Nullable Clear clear(CustomerKey key, UUID deliveryId, int part, BlobRow stored, byte[] context) {
        var content = blobs.read(List.of(stored)).get(stored.name());
        if (content == null) {
            return null;
        }
        try {
            var used = Packing.ofContext(key, deliveryId, part).unpack(context, dictionaries);
            return new Clear(
                    Packing.ofContent(key, deliveryId, part).unpack(content, dictionaries),
                    used,
                    contexts.read(used).envelope().getOrDefault("to", ""));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            // Somebody has changed it; whoever gets it sees by the row that it is not what was recorded.
            return null;
        }
    }
}
