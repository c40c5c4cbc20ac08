package io.chancery.customer.record;

import io.chancery.customer.person.ErasedRecords;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Source records, in batches. */
@ApplicationScoped
class RecordTable {

    /** What is written, in the order of the columns. */
    private static final List<Function<IncomingRecord, @Nullable Object>> COLUMNS = List.of(
            IncomingRecord::newId,
            IncomingRecord::externalId,
            IncomingRecord::raw,
            IncomingRecord::hash,
            record -> record.mapped().name().salutation(),
            record -> record.mapped().name().title(),
            record -> record.mapped().name().given(),
            record -> record.mapped().name().family(),
            record -> record.mapped().birthDate(),
            record -> record.mapped().language(),
            record -> record.mapped().preferred(),
            record -> record.mapped().modified(),
            record -> record.appraisal().quality().score());

    private final Sql sql;
    private final ErasedRecords erased;

    RecordTable(Sql sql, ErasedRecords erased) {
        this.sql = sql;
        this.erased = erased;
    }

    /** Which of these, that are not kept, may not be kept: their persons were erased. */
    Set<String> quarantined(String source, Collection<String> externalIds) {
        return erased.quarantined(source, externalIds);
    }

    /** What is on record already. */
    record Kept(String hash, @Nullable Instant modified) {

        /** What follows from it for a record that comes now: older than what is known, by the source's own time, is nothing. */
        Outcome outcome(IncomingRecord record) {
            if (record.hash().equals(hash)) {
                return Outcome.UNCHANGED;
            }
            return isNewerThan(record.mapped().modified()) ? Outcome.OUTDATED : Outcome.UPDATED;
        }

        /** Whether the source changed what is kept later than this. */
        boolean isNewerThan(@Nullable Instant incoming) {
            return modified != null && incoming != null && modified.isAfter(incoming);
        }
    }

    /** Those records that the source delivered before, by external id. */
    Map<String, Kept> kept(String source, Stream<String> externalIds) {
        var text = """
                select external_id, encode(hash, 'hex'), modified_at from source_record
                where source = ? and external_id = any (?)
                """;
        return sql.run(text, statement -> {
            statement.setString(1, source);
            Sql.setTexts(statement, 2, externalIds);
            var found = new HashMap<String, Kept>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var modified = row.getObject(3, OffsetDateTime.class);
                    found.put(
                            row.getString(1),
                            new Kept(row.getString(2), modified == null ? null : modified.toInstant()));
                }
            }
            return found;
        });
    }

    /** Puts what is about to be replaced beside the records; one after the other, as {@link #upsert} does. */
    void archive(String source, List<String> externalIds, Instant at) {
        if (externalIds.isEmpty()) {
            return;
        }
        var text = """
                insert into source_record_version (record_id, version, raw, modified_at, received_at, replaced_at)
                select id, version, raw, modified_at, received_at, ?
                from (select * from source_record where source = ? and external_id = any (?)
                      order by external_id for update) as replaced
                on conflict on constraint source_record_version_pkey do nothing
                """;
        sql.run(text, statement -> {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setString(2, source);
            Sql.setTexts(statement, 3, externalIds.stream());
            return statement.executeUpdate();
        });
    }

    /**
     * Writes the records that are new or differ, in the order of their ids, so that two imports never wait for each other
     * in a circle.
     *
     * @return the id of each record that was written, by external id; a new record has the id that came with it
     */
    Map<String, UUID> upsert(String source, List<IncomingRecord> records, Instant at) {
        var text = """
                insert into source_record (id, source, external_id, raw, hash, salutation, title, given_name, family_name,
                    birth_date, language, preferred_channel, modified_at, quality, version, received_at)
                select id::uuid, ?, external_id, raw::jsonb, decode(hash, 'hex'), salutation, title, given_name,
                    family_name, birth_date::date, language, preferred_channel, modified_at::timestamptz,
                    quality::smallint, 1, ?
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) as incoming (id, external_id, raw, hash,
                    salutation, title, given_name, family_name, birth_date, language, preferred_channel, modified_at,
                    quality)
                order by external_id
                on conflict on constraint source_record_source_external_id_key do update set
                    raw = excluded.raw, hash = excluded.hash, salutation = excluded.salutation, title = excluded.title,
                    given_name = excluded.given_name, family_name = excluded.family_name,
                    birth_date = excluded.birth_date, language = excluded.language,
                    preferred_channel = excluded.preferred_channel, modified_at = excluded.modified_at,
                    quality = excluded.quality, version = source_record.version + 1, received_at = excluded.received_at
                where source_record.hash <> excluded.hash
                    and (source_record.modified_at > excluded.modified_at) is not true
                returning external_id, id
                """;
        return sql.run(text, statement -> {
            statement.setString(1, source);
            statement.setObject(2, at.atOffset(ZoneOffset.UTC));
            setColumns(statement, 3, records);
            return ids(statement);
        });
    }

    private static void setColumns(PreparedStatement statement, int first, List<IncomingRecord> records)
            throws SQLException {
        int index = first;
        for (var column : COLUMNS) {
            var values = records.stream().map(column).map(value -> value == null ? null : value.toString());
            statement.setArray(index++, statement.getConnection().createArrayOf("text", values.toArray()));
        }
    }

    private static Map<String, UUID> ids(PreparedStatement query) throws SQLException {
        var written = new HashMap<String, UUID>();
        try (var row = query.executeQuery()) {
            while (row.next()) {
                written.put(row.getString(1), row.getObject(2, UUID.class));
            }
        }
        return written;
    }

    Optional<UUID> find(String source, String externalId) {
        return sql.run("select id from source_record where source = ? and external_id = ?", statement -> {
            statement.setString(1, source);
            statement.setString(2, externalId);
            return Sql.rows(statement, row -> row.getObject(1, UUID.class)).stream()
                    .findFirst();
        });
    }

    /** Removes a record with its link, contact points and all that was known of it. */
    void delete(UUID id) {
        sql.run("delete from source_record where id = ?", statement -> {
            statement.setObject(1, id);
            return statement.executeUpdate();
        });
    }
}
