package io.chancery.template.store;

import io.chancery.platform.IdGenerator;
import io.chancery.platform.Sql;
import io.chancery.template.SourceKey;
import io.chancery.template.SourceKey.Kind;
import io.chancery.template.VersionState;
import io.chancery.template.VersionState.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to versions; and which are live, which follows from that. */
@ApplicationScoped
public class StepTable {

    /** The publication that counts, unless its version was retired since. */
    private static final String LIVE = """
            select published.version_id from
                (select version_id, id from %1$s_step where %1$s = %2$s and kind = 'published' and effective_at <= ?
                 order by effective_at desc, id desc limit 1) as published
            where not exists (select from %1$s_step as later
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
    public void add(UUID versionId, SourceKey source, Step.Kind kind, String by, String reason) {
        var now = clock.instant();
        add(versionId, source, new Step(kind, by, now, now, reason, List.of()));
    }

    /** Puts on record that a version was submitted, and by whom it was written. */
    public void submit(UUID versionId, SourceKey source, String by, String reason, List<String> editors) {
        var now = clock.instant();
        add(versionId, source, new Step(Step.Kind.SUBMITTED, by, now, now, reason, editors));
    }

    /** Puts a step on record. */
    public void add(UUID versionId, SourceKey source, Step step) {
        var text = """
                insert into %1$s_step (id, version_id, %1$s, kind, acted_by, acted_at, effective_at, reason, editors)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        sql.run(text.formatted(source.kind().code()), statement -> {
            statement.setObject(1, ids.next());
            statement.setObject(2, versionId);
            statement.setString(3, source.key());
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
    public List<Step> of(Kind kind, UUID versionId) {
        var text = "select * from %s_step where version_id = ? order by id".formatted(kind.code());
        return sql.run(text, statement -> {
            statement.setObject(1, versionId);
            return Sql.rows(statement, StepTable::step);
        });
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                Step.Kind.of(row.getString("kind")),
                row.getString("acted_by"),
                instant(row, "acted_at"),
                instant(row, "effective_at"),
                row.getString("reason"),
                List.of((String[]) row.getArray("editors").getArray()));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The id of the version that new messages are made from or, of a part, that new versions of templates pin. */
    public Optional<UUID> findLiveId(SourceKey source) {
        return sql.run(LIVE.formatted(source.kind().code(), "?"), statement -> {
            statement.setString(1, source.key());
            statement.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            return Sql.rows(statement, StepTable::id).stream().findFirst();
        });
    }

    /** The live versions in the order of their keys, from behind a key. */
    List<UUID> listLiveIds(Kind kind, String after, int limit) {
        return listLive(kind, after, limit).values().stream().toList();
    }

    /** The same by key. */
    Map<String, UUID> listLive(Kind kind, String after, int limit) {
        var text = "select %1$s.key, live.version_id from %1$s cross join lateral ("
                + LIVE.formatted(kind.code(), kind.code() + ".key")
                + ") as live where %1$s.key > ? order by %1$s.key limit ?";
        return sql.run(text.formatted(kind.code()), statement -> {
            statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            statement.setString(2, after);
            statement.setInt(3, limit);
            var live = new LinkedHashMap<String, UUID>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    live.put(row.getString(1), row.getObject(2, UUID.class));
                }
            }
            return live;
        });
    }

    private static UUID id(ResultSet row) throws SQLException {
        return row.getObject(1, UUID.class);
    }

    /** Where every version stands, newest first. */
    public List<VersionState> history(SourceKey source) {
        var live = findLiveId(source).orElse(null);
        var text = """
                select version.id, number, %2$s as initiation, last.kind, last.acted_by, last.acted_at, last.effective_at
                from %1$s_version as version cross join lateral
                    (select * from %1$s_step where version_id = version.id order by id desc limit 1) as last
                where version.%1$s = ? order by number desc
                """;
        var initiation = source.isShared() ? "null" : "initiation";
        return sql.run(text.formatted(source.kind().code(), initiation), statement -> {
            statement.setString(1, source.key());
            return Sql.rows(statement, row -> state(row, live));
        });
    }

    private static VersionState state(ResultSet row, @Nullable UUID live) throws SQLException {
        return new VersionState(
                row.getInt("number"),
                row.getString("initiation"),
                Step.Kind.of(row.getString("kind")),
                row.getObject("id", UUID.class).equals(live),
                row.getString("acted_by"),
                instant(row, "acted_at"),
                instant(row, "effective_at"));
    }
}
