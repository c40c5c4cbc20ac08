package io.chancery.archive.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chancery.archive.blob.BlobName;
import io.chancery.archive.blob.BlobRow;
import io.chancery.archive.blob.Blobs;
import io.chancery.archive.key.CustomerKeys;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The dictionaries of the archive, each an entry of its own, which belongs to nobody. */
@ApplicationScoped
class Dictionaries {

    /** Whose entries they are: no customer has this id, and nobody erases it. */
    static final UUID NOBODY = new UUID(0, 0);

    static final String MEDIA_TYPE = "application/octet-stream";

    private static final int MOST_KNOWN = 64;
    private static final Duration MEMORY = Duration.ofMinutes(1);

    private final Sql sql;
    private final CustomerKeys keys;
    private final Blobs blobs;
    private final Cache<UUID, Dictionary> known =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();
    /** Also that there is none, until somebody makes one. */
    private final Cache<String, Optional<UUID>> kinds =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(MEMORY).build();

    Dictionaries(Sql sql, CustomerKeys keys, Blobs blobs) {
        this.blobs = blobs;
        this.sql = sql;
        this.keys = keys;
    }

    /** The one for documents of this kind, if there is one. */
    Optional<Dictionary> ofKind(String kind) {
        return kind.isEmpty()
                ? Optional.empty()
                : Objects.requireNonNull(kinds.get(kind, this::find)).map(this::get);
    }

    private Optional<UUID> find(String kind) {
        return sql.run("select delivery_id from archive_dictionary where kind = ?", statement -> {
            statement.setString(1, kind);
            return Sql.rows(statement, row -> row.getObject(1, UUID.class)).stream()
                    .findFirst();
        });
    }

    /**
     * The one that a document was compressed with.
     *
     * @throws IllegalArgumentException if it is gone or was changed
     */
    Dictionary get(UUID id) {
        return Objects.requireNonNull(known.get(id, this::read));
    }

    private Dictionary read(UUID id) {
        var text = "select content, store, stored_sha256 from archive_entry where delivery_id = ? and part = 0";
        var rows = sql.run(text, statement -> {
            statement.setObject(1, id);
            return Sql.rows(
                    statement, row -> new BlobRow(BlobName.of(id, 0, row.getBytes(3)), row.getInt(2), row.getBytes(1)));
        });
        var stored = blobs.read(rows).values().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Dictionary " + id + " is gone from the archive"));
        var key = keys.of(Map.of(id, NOBODY)).get(id);
        return new Dictionary(id, Packing.ofContent(key, id, 0).unpack(stored, this));
    }

    /** From now on documents of this kind are compressed with this entry, if no other one came before it. */
    void use(String kind, UUID id) {
        sql.run(
                "insert into archive_dictionary (kind, delivery_id) values (?, ?) on conflict (kind) do nothing",
                statement -> {
                    statement.setString(1, kind);
                    statement.setObject(2, id);
                    return statement.executeUpdate();
                });
        kinds.invalidate(kind);
    }
}
