package io.chancery.customer.rematch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.Sql;
import io.chancery.platform.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The re-matches that were asked for, and what came of them. */
@ApplicationScoped
class RematchTable {

    private static final String SELECT =
            "select id, preview, learn, status, asked_by, asked_at, finished_at, report from rematch ";

    private final Sql sql;
    private final IdGenerator ids;
    private final Clock clock;
    private final ObjectMapper json;

    RematchTable(Sql sql, IdGenerator ids, Clock clock, ObjectMapper json) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    @Transactional
    RematchView ask(boolean preview, boolean learn, String askedBy) {
        var view = new RematchView(ids.next(), preview, learn, "waiting", askedBy, clock.instant(), null, null);
        AuditLog.about(view.id());
        var text = "insert into rematch (id, preview, learn, status, asked_by, asked_at) values (?, ?, ?, ?, ?, ?)";
        sql.run(text, statement -> {
            statement.setObject(1, view.id());
            statement.setBoolean(2, preview);
            statement.setBoolean(3, learn);
            statement.setString(4, view.status());
            statement.setString(5, askedBy);
            statement.setObject(6, view.askedAt().atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
        return view;
    }

    /** The oldest that is not finished; also one that a node began before it was killed. */
    @Transactional
    Optional<RematchView> begin() {
        var text = """
                update rematch set status = 'running', started_at = ? where id =
                    (select id from rematch where status in ('waiting', 'running') order by asked_at limit 1)
                returning id, preview, learn, status, asked_by, asked_at, finished_at, report
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            return Sql.rows(statement, this::view).stream().findFirst();
        });
    }

    @Transactional
    void end(UUID id, String status, Object report) {
        sql.run("update rematch set status = ?, finished_at = ?, report = ?::jsonb where id = ?", statement -> {
            statement.setString(1, status);
            statement.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            statement.setString(3, write(report));
            statement.setObject(4, id);
            return statement.executeUpdate();
        });
    }

    /** Gives the moves that a re-match makes somebody to answer for them, in the caller's transaction. */
    void name(RematchView asked) {
        var text = "insert into link_operation (id, kind, acted_by, reason, acted_at) values (?, 'rematch', ?, '', ?)";
        sql.run(text, statement -> {
            statement.setObject(1, asked.id());
            statement.setString(2, asked.askedBy());
            statement.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }

    Optional<RematchView> find(UUID id) {
        return sql.run(SELECT + "where id = ?", statement -> {
            statement.setObject(1, id);
            return Sql.rows(statement, this::view).stream().findFirst();
        });
    }

    List<RematchView> latest(int limit) {
        return sql.run(SELECT + "order by asked_at desc limit ?", statement -> {
            statement.setInt(1, limit);
            return Sql.rows(statement, this::view);
        });
    }

    private RematchView view(ResultSet row) throws SQLException {
        var report = row.getString("report");
        try {
            return new RematchView(
                    row.getObject("id", UUID.class),
                    row.getBoolean("preview"),
                    row.getBoolean("learn"),
                    row.getString("status"),
                    row.getString("asked_by"),
                    row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                    instant(row.getObject("finished_at", OffsetDateTime.class)),
                    report == null ? null : json.readTree(report));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept report can always be read", e);
        }
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private String write(Object report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report can always be written", e);
        }
    }
}
