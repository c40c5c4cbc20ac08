package io.chancery.archive.expiry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.archive.Keeping.Expiry;
import io.chancery.archive.retention.Actor;
import io.chancery.archive.retention.RetentionRule;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Proposals, and what happened to them; each is written once. */
@ApplicationScoped
class ExpiryTable {

    private static final String PROPOSALS = "select id, client_id, proposed_by, proposed_at, rules from expiry ";

    private final Sql sql;
    private final ObjectMapper json;

    ExpiryTable(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    record Proposal(UUID id, Actor by, Instant at, List<RetentionRule> rules) {}

    /** What happened to a proposal. */
    enum Kind {
        PREVIEWED,
        APPROVED,
        REJECTED,
        FINISHED;

        private String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** @param counts {@link Expiry.Preview} or {@link Expiry.Outcome} as JSON; of a decision an empty object */
    record Step(Kind kind, Actor by, Instant at, String reason, String counts) {}

    /** From here to the end of the transaction nobody else begins a proposal, or decides about one. */
    void lock() {
        sql.run("select pg_advisory_xact_lock(hashtext('chancery expiry'))", PreparedStatement::execute);
    }

    void insert(Proposal proposal) {
        var text = "insert into expiry (id, client_id, proposed_by, proposed_at, rules) values (?, ?, ?, ?, ?::jsonb)";
        sql.run(text, statement -> {
            statement.setObject(1, proposal.id());
            statement.setObject(2, proposal.by().clientId());
            statement.setString(3, proposal.by().name());
            statement.setObject(4, proposal.at().atOffset(ZoneOffset.UTC));
            statement.setString(5, write(proposal.rules()));
            return statement.executeUpdate();
        });
    }

    void add(UUID expiryId, Step step) {
        var text = """
                insert into expiry_step (expiry_id, kind, client_id, acted_by, acted_at, reason, counts)
                values (?, ?, ?, ?, ?, ?, ?::jsonb)
                """;
        sql.run(text, statement -> {
            statement.setObject(1, expiryId);
            statement.setString(2, step.kind().code());
            statement.setObject(3, step.by().clientId());
            statement.setString(4, step.by().name());
            statement.setObject(5, step.at().atOffset(ZoneOffset.UTC));
            statement.setString(6, step.reason());
            statement.setString(7, step.counts());
            return statement.executeUpdate();
        });
    }

    Optional<Proposal> find(UUID id) {
        return sql.run(PROPOSALS + "where id = ?", statement -> {
            statement.setObject(1, id);
            return Sql.rows(statement, this::proposal).stream().findFirst();
        });
    }

    /** Newest first, those before one. */
    List<Proposal> list(@Nullable UUID before, int limit) {
        var condition = before == null ? "" : "where id < ? ";
        return sql.run(PROPOSALS + condition + "order by id desc limit " + limit, statement -> {
            if (before != null) {
                statement.setObject(1, before);
            }
            return Sql.rows(statement, this::proposal);
        });
    }

    List<Step> steps(UUID id) {
        var text = "select kind, client_id, acted_by, acted_at, reason, counts from expiry_step where expiry_id = ?";
        return sql.run(text, statement -> {
            statement.setObject(1, id);
            return Sql.rows(
                    statement,
                    row -> new Step(
                            Kind.of(row.getString(1)),
                            new Actor(row.getObject(2, UUID.class), row.getString(3)),
                            row.getObject(4, OffsetDateTime.class).toInstant(),
                            row.getString(5),
                            row.getString(6)));
        });
    }

    private Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                row.getObject(1, UUID.class),
                new Actor(row.getObject(2, UUID.class), row.getString(3)),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                List.of(read(row.getString(5), RetentionRule[].class)));
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T read(String written, Class<T> type) {
        try {
            return json.readValue(written, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
