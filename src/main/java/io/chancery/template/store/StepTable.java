package io.chancery.template.store;

import io.chancery.platform.IdGenerator;
import io.chancery.platform.Sql;
import io.chancery.template.VersionState;
import io.chancery.template.store.Step.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What happened to versions; and which are live, which follows from that. */
@ApplicationScoped
public class StepTable {

    /** The publication that counts, unless its version was retired since. */
    private static final String LIVE = """
            select published.version_id from
                (select version_id, id from template_step where template = %s and kind = 'published' and effective_at <= ?
                 order by effective_at desc, id desc limit 1) as published
            where not exists (select from template_step as later
                where later.version_id = published.version_id and later.kind = 'retired' and later.id > published.id)
            """;

    private final Sql sql;
    private final IdGenerator ids;
    private final Clock clock;

    StepTable(Sql sql, IdGenerator ids, Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    /** Puts a step on record that counts from now on. */
    public void add(UUID versionId, String template, Kind kind, String by, String reason) {
        var now = clock.instant();
        add(versionId, template, new Step(kind, by, now, now, reason, List.of()));
    }

    /** Puts a step on record. */
    public void add(UUID versionId, String template, Step step) {
        var text = """
                insert into template_step (id, version_id, template, kind, acted_by, acted_at, effective_at, reason, editors)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        sql.run(text, statement -> {
            statement.setObject(1, ids.next());
            statement.setObject(2, versionId);
            statement.setString(3, template);
            statement.setString(4, step.kind().code());
            statement.setString(5, step.by());
            statement.setObject(6, step.at().atOffset(ZoneOffset.UTC));
            statement.setObject(7, step.from().atOffset(ZoneOffset.UTC));
            statement.setString(8, step.reason());
            Sql.setTexts(statement, 9, step.editors().stream());
            return statement.executeUpdate();
        });
    }

    /** What was done to a version, oldest first. */
    public List<Step> of(UUID versionId) {
        return sql.run("select * from template_step where version_id = ? order by id", statement -> {
            statement.setObject(1, versionId);
            return Sql.rows(statement, StepTable::step);
        });
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                Kind.of(row.getString("kind")),
                row.getString("acted_by"),
                instant(row, "acted_at"),
                instant(row, "effective_at"),
                row.getString("reason"),
                List.of((String[]) row.getArray("editors").getArray()));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The id of the version that new messages are made from. */
    Optional<UUID> findLiveId(String template) {
        return sql.run(LIVE.formatted("?"), statement -> {
            statement.setString(1, template);
            statement.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            return Sql.rows(statement, StepTable::id).stream().findFirst();
        });
    }

    /** The live versions in the order of their templates, from behind a key. */
    List<UUID> listLiveIds(String after, int limit) {
        var text = "select live.version_id from template cross join lateral (" + LIVE.formatted("template.key")
                + ") as live where template.key > ? order by template.key limit ?";
        return sql.run(text, statement -> {
            statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            statement.setString(2, after);
            statement.setInt(3, limit);
            return Sql.rows(statement, StepTable::id);
        });
    }

    private static UUID id(ResultSet row) throws SQLException {
        return row.getObject(1, UUID.class);
    }

    /** Where every version of a template stands, newest first. */
    List<VersionState> history(String template) {
        var live = findLiveId(template).orElse(null);
        var text = """
                select version.id, number, initiation, last.kind, last.acted_by, last.acted_at, last.effective_at
                from template_version as version cross join lateral
                    (select * from template_step where version_id = version.id order by id desc limit 1) as last
                where version.template = ? order by number desc
                """;
        return sql.run(text, statement -> {
            statement.setString(1, template);
            return Sql.rows(
                    statement,
                    row -> new VersionState(
                            row.getInt("number"),
                            row.getString("initiation"),
                            Kind.of(row.getString("kind")),
                            row.getObject("id", UUID.class).equals(live),
                            row.getString("acted_by"),
                            instant(row, "acted_at"),
                            instant(row, "effective_at")));
        });
    }
}
