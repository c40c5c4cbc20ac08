package io.chancery.archive.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.archive.Evidence.CheckReport;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What checks came to. */
@ApplicationScoped
class CheckTable {

    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    private final Sql sql;
    private final ObjectMapper json;

    CheckTable(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void insert(CheckReport report) {
        var text = """
                insert into integrity_check (id, begun_at, ended_at, leaves, rows, findings, count)
                values (?, ?, ?, ?, ?, ?::jsonb, ?)
                """;
        sql.run(text, statement -> {
            statement.setObject(1, report.id());
            statement.setObject(2, report.begunAt().atOffset(ZoneOffset.UTC));
            statement.setObject(3, report.endedAt().atOffset(ZoneOffset.UTC));
            statement.setLong(4, report.leaves());
            statement.setLong(5, report.rows());
            statement.setString(6, write(report.findings()));
            statement.setLong(7, report.count());
            return statement.executeUpdate();
        });
    }

    /** The newest first. */
    List<CheckReport> newest(int limit) {
        var text = "select id, begun_at, ended_at, leaves, rows, count, findings from integrity_check"
                + " order by id desc limit ?";
        return sql.run(text, statement -> {
            statement.setInt(1, limit);
            return Sql.rows(statement, this::report);
        });
    }

    private CheckReport report(ResultSet row) throws SQLException {
        return new CheckReport(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                read(row.getString(7)));
    }

    private String write(List<Finding> findings) {
        try {
            return json.writeValueAsString(findings);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Finding> read(String written) {
        try {
            return json.readValue(written, FINDINGS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
