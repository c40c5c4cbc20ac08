package io.chancery.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.platform.Sql;
import io.chancery.platform.digest.Sha256;
import io.chancery.vocabulary.Rendition;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The bytes, addressed by their hash, and which delivery they belong to. */
@ApplicationScoped
class RenditionTable {

    private static final TypeReference<Map<String, String>> ENVELOPE = new TypeReference<>() {};

    private final Sql sql;
    private final ObjectMapper json;
    private final Clock clock;

    RenditionTable(Sql sql, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** Bytes under their address. */
    record Hashed(UUID deliveryId, Rendition rendition, byte[] hash) {

        static Hashed of(UUID deliveryId, Rendition rendition) {
            return new Hashed(deliveryId, rendition, Sha256.bytes(rendition.content()));
        }

        String hex() {
            return Sha256.hexadecimal(hash);
        }
    }

    /** So that two writers never wait for each other. */
    private static final Comparator<Hashed> BY_HASH = (one, other) -> Arrays.compareUnsigned(one.hash(), other.hash());

    /** Keeps the bytes and returns their SHA-256, in hexadecimal, by delivery. */
    Map<UUID, String> insert(Map<UUID, Rendition> rendered) {
        var ordered = rendered.entrySet().stream()
                .map(entry -> Hashed.of(entry.getKey(), entry.getValue()))
                .toList();
        insertContents(ordered);
        insertEntries(ordered);
        return ordered.stream().collect(Collectors.toMap(Hashed::deliveryId, Hashed::hex));
    }

    /** Keeps bytes that no delivery may have been made of yet. */
    void insertContents(Collection<Hashed> contents) {
        var text = """
                insert into rendition (sha256, media_type, content, size, created_at) values (?, ?, ?, ?, ?)
                on conflict (sha256) do nothing
                """;
        sql.run(text, statement -> {
            for (var hashed : contents.stream().sorted(BY_HASH).toList()) {
                statement.setBytes(1, hashed.hash());
                statement.setString(2, hashed.rendition().mediaType());
                statement.setBytes(3, hashed.rendition().content());
                statement.setInt(4, hashed.rendition().content().length);
                statement.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    private void insertEntries(List<Hashed> ordered) {
        var text = """
                insert into archive_entry (delivery_id, sha256, envelope, archived_at)
                select delivery_id, sha256, envelope::jsonb, ?
                from unnest(?::uuid[], ?::bytea[], ?::text[]) as kept (delivery_id, sha256, envelope)
                """;
        sql.run(text, statement -> {
            statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            Sql.setUuids(statement, 2, ordered.stream().map(Hashed::deliveryId));
            var hashes = ordered.stream().map(Hashed::hash).toArray(byte[][]::new);
            statement.setArray(3, statement.getConnection().createArrayOf("bytea", hashes));
            Sql.setTexts(
                    statement,
                    4,
                    ordered.stream().map(hashed -> write(hashed.rendition().envelope())));
            return statement.executeUpdate();
        });
    }

    Map<UUID, KeptRendition> find(Collection<UUID> deliveryIds) {
        var text = """
                select delivery_id, media_type, content, envelope, sha256, archived_at
                from archive_entry join rendition using (sha256)
                where delivery_id = any (?)
                """;
        return sql.run(text, statement -> {
            Sql.setUuids(statement, 1, deliveryIds.stream());
            return rows(statement);
        });
    }

    private Map<UUID, KeptRendition> rows(PreparedStatement statement) throws SQLException {
        var found = new HashMap<UUID, KeptRendition>();
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                var rendition = Rendition.of(row.getString(2), row.getBytes(3), read(row.getString(4)));
                var hash = Sha256.hexadecimal(row.getBytes(5));
                var at = row.getObject(6, OffsetDateTime.class).toInstant();
                found.put(row.getObject(1, UUID.class), new KeptRendition(rendition, hash, at));
            }
        }
        return found;
    }

    String write(Map<String, String> envelope) {
        try {
            return json.writeValueAsString(envelope);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> read(String envelope) {
        try {
            return json.readValue(envelope, ENVELOPE);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
