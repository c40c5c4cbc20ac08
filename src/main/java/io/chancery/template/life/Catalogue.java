package io.chancery.template.life;

import io.chancery.platform.Sql;
import io.chancery.template.SourceKey;
import io.chancery.template.SourceKey.Kind;
import io.chancery.template.VersionState.Step;
import io.chancery.template.Workshop.DraftState;
import io.chancery.template.Workshop.Entry;
import io.chancery.template.Workshop.Waiting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that has versions or is going to have one, in few queries however much there is. */
@ApplicationScoped
public class Catalogue {

    private static final String ENTRIES = """
            select key, live.number as live, draft.revision, draft.editors, draft.edited_at
            from (select key from %1$s where exists
                    (select from %1$s_version where %1$s_version.%1$s = key and number > 0)
                  union select %1$s from %1$s_draft) as source
                left join %1$s_draft as draft on draft.%1$s = key
                left join lateral (
                    select version.number from
                        (select version_id, id from %1$s_step where %1$s = key and kind = 'published' and effective_at <= ?
                         order by effective_at desc, id desc limit 1) as published
                        join %1$s_version as version on version.id = published.version_id
                    where not exists (select from %1$s_step as later where later.version_id = published.version_id
                        and later.kind = 'retired' and later.id > published.id)) as live on true
            order by key
            """;

    private static final String WAITING = """
            select version.%1$s as key, number, last.*
            from %1$s_version as version cross join lateral
                (select kind, acted_by, acted_at, effective_at, reason, editors from %1$s_step
                 where version_id = version.id order by id desc limit 1) as last
            where kind in ('submitted', 'approved') or (kind = 'published' and effective_at > ?)
            """;

    private final Sql sql;
    private final Clock clock;

    Catalogue(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** All of a kind in the order of their keys. */
    @Transactional
    public List<Entry> list(Kind kind) {
        return sql.run(ENTRIES.formatted(kind.code()), statement -> {
            statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            return Sql.rows(
                    statement,
                    row -> new Entry(
                            new SourceKey(kind, row.getString("key")),
                            row.getObject("live", Integer.class),
                            draft(row)));
        });
    }

    private static @Nullable DraftState draft(ResultSet row) throws SQLException {
        var editors = row.getArray("editors");
        return editors == null
                ? null
                : new DraftState(
                        row.getLong("revision"), List.of((String[]) editors.getArray()), instant(row, "edited_at"));
    }

    /** The versions that are not done with, those that wait longest first. */
    @Transactional
    public List<Waiting> waiting() {
        return Stream.of(Kind.values())
                .flatMap(kind -> waiting(kind).stream())
                .sorted(Comparator.comparing(version -> version.step().at()))
                .toList();
    }

    private List<Waiting> waiting(Kind kind) {
        return sql.run(WAITING.formatted(kind.code()), statement -> {
            statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            return Sql.rows(
                    statement,
                    row -> new Waiting(new SourceKey(kind, row.getString("key")), row.getInt("number"), step(row)));
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
}
