package io.chancery.customer.record;

import io.chancery.customer.golden.GoldenValues;
import io.chancery.customer.registry.Resolution;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads single records with all that their source ever said, and lets one go on under another id. */
@ApplicationScoped
public class RecordHistory {

    private final Sql sql;
    private final Resolution resolution;
    private final GoldenValues golden;

    RecordHistory(Sql sql, Resolution resolution, GoldenValues golden) {
        this.sql = sql;
        this.resolution = resolution;
        this.golden = golden;
    }

    /** The record as it is now. */
    public Optional<KeptRecord> find(String source, String externalId) {
        var text = """
                select record.id, record.version, record.raw, record.modified_at, record.received_at, record.quality,
                    customer.ucid
                from source_record as record join link on link.record_id = record.id
                    join customer on customer.id = link.customer_id
                where record.source = ? and record.external_id = ?
                """;
        return sql.run(text, statement -> {
            statement.setString(1, source);
            statement.setString(2, externalId);
            return Sql.rows(statement, RecordHistory::record).stream().findFirst();
        });
    }

    private static KeptRecord record(ResultSet row) throws SQLException {
        return new KeptRecord(
                row.getObject("id", UUID.class),
                version(row),
                row.getObject("quality", Integer.class),
                new Ucid(row.getString("ucid")));
    }

    /**
     * What was on record before the version that is now, newest first.
     *
     * @param before the lowest version that the caller has
     */
    public List<RecordVersion> earlier(UUID recordId, int before, int limit) {
        var text = """
                select version, raw, modified_at, received_at from source_record_version
                where record_id = ? and version < ? order by version desc limit ?
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, recordId);
            statement.setInt(2, before);
            statement.setInt(3, limit);
            return Sql.rows(statement, RecordHistory::version);
        });
    }

    private static RecordVersion version(ResultSet row) throws SQLException {
        var modified = row.getObject("modified_at", OffsetDateTime.class);
        return new RecordVersion(
                row.getInt("version"),
                row.getString("raw"),
                modified == null ? null : modified.toInstant(),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }

    /**
     * Gives a record another external id; its customer, its link and its versions stay.
     *
     * @return whether there was such a record
     * @throws io.chancery.platform.DatabaseException if another record has that id already
     */
    @Transactional
    public boolean rename(String source, String from, String to) {
        var text = "update source_record set external_id = ? where source = ? and external_id = ? returning id";
        var renamed = sql.run(text, statement -> {
            statement.setString(1, to);
            statement.setString(2, source);
            statement.setString(3, from);
            return Sql.rows(statement, row -> row.getObject(1, UUID.class));
        });
        golden.refresh(resolution.owners(renamed).values());
        return !renamed.isEmpty();
    }

    /** Forgets what was replaced before this. */
    @Transactional
    public int expire(Instant before) {
        return sql.run("delete from source_record_version where replaced_at < ?", statement -> {
            statement.setObject(1, before.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }
}
