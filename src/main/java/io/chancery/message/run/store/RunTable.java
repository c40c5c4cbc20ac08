package io.chancery.message.run.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chancery.message.RunStatus;
import io.chancery.message.run.store.Run.Sweep;
import io.chancery.platform.Sql;
import io.chancery.platform.work.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The runs. Whoever works on one locks it until the end of the transaction that the work is done in: so only one does, and
 * another may as soon as the first has gone, however it went.
 */
@ApplicationScoped
public class RunTable {

    /** Runs take turns by client: first of the client that was served longest ago, the run that was. */
    private static final String IN_TURN = """
             order by (select max(other.turn) from run as other
                 where other.client_id = run.client_id and other.status = 'running'), turn, id
             limit 1 for no key update skip locked
            """;

    private final Sql sql;
    private final ObjectMapper json;

    RunTable(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    public void insert(Run run) {
        var text = """
                insert into run (id, client_id, template, reference, defaults, status, priority, position, created_at)
                values (?, ?, ?, ?, ?::jsonb, ?, ?, 0, ?)
                """;
        sql.run(text, statement -> {
            statement.setObject(1, run.id());
            statement.setObject(2, run.clientId());
            statement.setString(3, run.request().template());
            statement.setString(4, run.request().reference());
            statement.setString(5, run.request().defaults().toString());
            statement.setString(6, run.status().code());
            statement.setInt(7, run.state().priority().number());
            setInstant(statement, 8, run.times().createdAt());
            return statement.executeUpdate();
        });
    }

    public Optional<Run> find(UUID id) {
        return select("where id = ?", statement -> statement.setObject(1, id));
    }

    /** The run, which nobody else works on until the caller's transaction ends. */
    public Optional<Run> lock(UUID id) {
        return select("where id = ? for no key update", statement -> statement.setObject(1, id));
    }

    /**
     * Newest first.
     *
     * @param clientId null for those of all clients
     * @param status null for all
     */
    public List<Run> list(@Nullable UUID clientId, @Nullable RunStatus status, UUID before, int limit) {
        var text = """
                select * from run where id < ? and (?::uuid is null or client_id = ?) and (?::text is null or status = ?)
                order by id desc limit ?
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, before);
            statement.setObject(2, clientId);
            statement.setObject(3, clientId);
            statement.setString(4, status == null ? null : status.code());
            statement.setString(5, status == null ? null : status.code());
            statement.setInt(6, limit);
            return Sql.rows(statement, this::run);
        });
    }

    /** The priorities of the runs that have lines to make messages of, those that go first before the others. */
    public List<Priority> priorities() {
        var text = "select distinct priority from run"
                + " where status = 'running' and sweep is null and position is not null order by priority";
        return sql.run(text, statement -> Sql.rows(statement, row -> Priority.of(row.getInt(1))));
    }

    /** Locks the next run of messages of this priority that has lines to make messages of. */
    public Optional<Run> claimRunning(Priority priority) {
        return select(
                "where status = 'running' and sweep is null and position is not null and priority = ?" + IN_TURN,
                statement -> statement.setInt(1, priority.number()));
    }

    /** Locks the next run whose lines are to be checked. */
    public Optional<Run> claimChecking() {
        return select("where status = 'checking'" + IN_TURN, statement -> {});
    }

    /** Locks the next run with all of whose lines something is being done. */
    public Optional<Run> claimSwept() {
        return select("where sweep is not null" + IN_TURN, statement -> {});
    }

    /** Locks the next run whose time has come. */
    public Optional<Run> claimDue(Instant now) {
        return select(
                "where status = 'scheduled' and start_at <= ?" + IN_TURN, statement -> setInstant(statement, 1, now));
    }

    /** The runs of which every line has been taken, but perhaps not every message has ended. */
    public List<UUID> ending() {
        var text = "select id from run where status = 'running' and sweep is null and position is null";
        return sql.run(text, statement -> Sql.rows(statement, row -> row.getObject(1, UUID.class)));
    }

    /** The runs whose content is kept, of those that ended, or were left lying, before this. */
    public List<Run> kept(Instant before, int limit) {
        var text = """
                select * from run where wiped_at is null and coalesce(ended_at, created_at) < ?
                    and (ended_at is not null or status in ('draft', 'ready'))
                order by coalesce(ended_at, created_at) limit ?
                """;
        return sql.run(text, statement -> {
            setInstant(statement, 1, before);
            statement.setInt(2, limit);
            return Sql.rows(statement, this::run);
        });
    }

    /** Keeps what has changed, in the transaction in which the run was locked. */
    public void update(Run run) {
        var text = """
                update run set status = ?, template_version_id = ?, priority = ?, sweep = ?, position = ?,
                    checked_at = ?, start_at = ?, started_at = ?, ended_at = ?, turn = nextval('run_turn')
                where id = ?
                """;
        var state = run.state();
        var sweep = state.sweep();
        sql.run(text, statement -> {
            statement.setString(1, state.status().code());
            statement.setObject(2, state.versionId());
            statement.setInt(3, state.priority().number());
            statement.setString(4, sweep == null ? null : sweep.code());
            statement.setObject(5, state.position());
            setInstant(statement, 6, run.times().checkedAt());
            setInstant(statement, 7, run.times().startAt());
            setInstant(statement, 8, run.times().startedAt());
            setInstant(statement, 9, run.times().endedAt());
            statement.setObject(10, run.id());
            return statement.executeUpdate();
        });
    }

    /** The content of its lines has been deleted. */
    public void wiped(UUID id, Instant at) {
        sql.run("update run set wiped_at = ? where id = ?", statement -> {
            setInstant(statement, 1, at);
            statement.setObject(2, id);
            return statement.executeUpdate();
        });
    }

    private interface Values {
        void set(PreparedStatement statement) throws SQLException;
    }

    private Optional<Run> select(String condition, Values values) {
        return sql.run("select * from run " + condition, statement -> {
            values.set(statement);
            return Sql.rows(statement, this::run).stream().findFirst();
        });
    }

    private Run run(ResultSet row) throws SQLException {
        var request = new Run.Request(
                row.getString("template"), row.getString("reference"), object(row.getString("defaults")));
        var sweep = row.getString("sweep");
        var state = new Run.State(
                RunStatus.of(row.getString("status")),
                row.getObject("template_version_id", UUID.class),
                Priority.of(row.getInt("priority")),
                sweep == null ? null : Sweep.of(sweep),
                row.getObject("position", Long.class));
        var times = new Run.Times(
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "checked_at"),
                instant(row, "start_at"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                instant(row, "wiped_at"));
        return new Run(row.getObject("id", UUID.class), row.getObject("client_id", UUID.class), request, state, times);
    }

    private ObjectNode object(String text) {
        try {
            return (ObjectNode) json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static void setInstant(PreparedStatement statement, int index, @Nullable Instant time) throws SQLException {
        statement.setObject(index, time == null ? null : time.atOffset(ZoneOffset.UTC));
    }
}
