package io.chancery.platform.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.Sql;
import io.chancery.platform.audit.AuditEntry.Act;
import io.chancery.platform.audit.AuditEntry.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The entries, as rows that are appended and read. */
@ApplicationScoped
class AuditTable {

    private static final String COLUMNS =
            "id, at, actor, roles, address, action, subject_kind, subject, detail, commitment";

    /** How far ids may be from the times beside them: a clock that is set back takes ids nowhere. */
    private static final Duration SLACK = Duration.ofDays(1);

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final Sql sql;
    private final ObjectMapper json;

    AuditTable(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void insert(AuditEntry entry, byte[] commitment) {
        insert(entry, commitment, "");
    }

    /** Only if the transaction has an id, which it gets by the first change; whether it has. */
    boolean insertIfChanged(AuditEntry entry, byte[] commitment) {
        return insert(entry, commitment, " where pg_current_xact_id_if_assigned() is not null");
    }

    private boolean insert(AuditEntry entry, byte[] commitment, String condition) {
        var text = "insert into audit_entry (" + COLUMNS + ") select ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?" + condition;
        return sql.run(text, statement -> {
            statement.setObject(1, entry.id());
            statement.setObject(2, entry.at().atOffset(ZoneOffset.UTC));
            statement.setString(3, entry.by().actor());
            Sql.setTexts(statement, 4, entry.by().roles().stream());
            statement.setString(5, entry.by().address());
            statement.setString(6, entry.what().action().code());
            statement.setString(7, entry.what().subjectKind().code());
            statement.setString(8, entry.what().subject());
            statement.setString(9, write(entry.what().detail()));
            statement.setBytes(10, commitment);
            return statement.executeUpdate() == 1;
        });
    }

    private String write(Map<String, String> detail) {
        try {
            return json.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can always be written", e);
        }
    }

    /** Newest first. A condition stands in the text only if it is asked for, so that its index is used. */
    List<AuditEntry> list(AuditFilter filter) {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        add(conditions, values, "actor = ?", filter.actor());
        add(conditions, values, "action = ?", map(filter.action(), AuditAction::code));
        add(conditions, values, "subject_kind = ?", map(filter.subjectKind(), SubjectKind::code));
        add(conditions, values, "subject <> '' and subject = ?", filter.subject());
        add(conditions, values, "at >= ?", map(filter.from(), AuditTable::timestamp));
        add(conditions, values, "id >= ?", map(filter.from(), from -> IdGenerator.floor(from.minus(SLACK))));
        add(conditions, values, "at < ?", map(filter.to(), AuditTable::timestamp));
        add(conditions, values, "id < ?", map(filter.to(), to -> IdGenerator.floor(to.plus(SLACK))));
        add(conditions, values, "id < ?", filter.after());
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var text = "select " + COLUMNS + " from audit_entry" + where + " order by id desc limit " + filter.limit();
        return sql.run(text, statement -> {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            return Sql.rows(statement, this::read);
        });
    }

    private static <T, V> @Nullable V map(@Nullable T value, Function<T, V> mapping) {
        return value == null ? null : mapping.apply(value);
    }

    private static OffsetDateTime timestamp(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static void add(List<String> conditions, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }

    private AuditEntry read(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                new Actor(row.getString(3), List.of((String[]) row.getArray(4).getArray()), row.getString(5)),
                new Act(
                        AuditAction.of(row.getString(6)),
                        SubjectKind.of(row.getString(7)),
                        row.getString(8),
                        texts(row.getString(9))));
    }

    private Map<String, String> texts(String detail) {
        try {
            return json.readValue(detail, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A detail is an object of texts", e);
        }
    }

    /** Compares what entries say with their commitments. */
    Set<UUID> altered(Collection<UUID> ids, Function<AuditEntry, byte[]> commitment) {
        var altered = new HashSet<UUID>();
        sql.run("select " + COLUMNS + " from audit_entry where id = any (?)", statement -> {
            Sql.setUuids(statement, 1, ids.stream());
            return Sql.rows(statement, row -> isGenuine(row, commitment) || altered.add(row.getObject(1, UUID.class)));
        });
        return altered;
    }

    /** What can no longer be read as an entry is none that was written. */
    private boolean isGenuine(ResultSet row, Function<AuditEntry, byte[]> commitment) throws SQLException {
        try {
            return MessageDigest.isEqual(row.getBytes(10), commitment.apply(read(row)));
        } catch (IllegalArgumentException | IllegalStateException e) {
            return false;
        }
    }
}
