package io.chancery.template.life;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The drafts, one for each template at most. */
@ApplicationScoped
class DraftTable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> FILES = new TypeReference<>() {};

    private final Sql sql;
    private final Clock clock;

    DraftTable(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<Draft> find(String template) {
        return sql.run("select * from template_draft where template = ?", statement -> {
            statement.setString(1, template);
            return Sql.rows(statement, DraftTable::draft).stream().findFirst();
        });
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getString("template"),
                row.getLong("revision"),
                files(row.getString("files")),
                List.of((String[]) row.getArray("editors").getArray()),
                row.getObject("edited_at", OffsetDateTime.class).toInstant());
    }

    private static TreeMap<String, String> files(String json) {
        try {
            return JSON.readValue(json, FILES);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins a draft; false if there is one. */
    boolean add(String template, Map<String, String> files, Collection<String> editors) {
        var text = """
                insert into template_draft (template, revision, files, editors, edited_at) values (?, 1, ?::jsonb, ?, ?)
                on conflict (template) do nothing
                """;
        return sql.run(text, statement -> {
            statement.setString(1, template);
            statement.setString(2, json(files));
            Sql.setTexts(statement, 3, editors.stream());
            statement.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            return statement.executeUpdate() == 1;
        });
    }

    /** Changes the draft; false if it is not at the revision that was seen. */
    boolean change(String template, Map<String, String> files, long seen, String editor) {
        var text = """
                update template_draft set revision = revision + 1, files = ?::jsonb, edited_at = ?,
                    editors = case when ? = any (editors) then editors else editors || ? end
                where template = ? and revision = ?
                """;
        return sql.run(text, statement -> {
            statement.setString(1, json(files));
            statement.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            statement.setString(3, editor);
            statement.setString(4, editor);
            statement.setString(5, template);
            statement.setLong(6, seen);
            return statement.executeUpdate() == 1;
        });
    }

    /** Forgets the draft; false if it is not at the revision that was seen. */
    boolean remove(String template, long seen) {
        return sql.run("delete from template_draft where template = ? and revision = ?", statement -> {
            statement.setString(1, template);
            statement.setLong(2, seen);
            return statement.executeUpdate() == 1;
        });
    }

    private static String json(Map<String, String> files) {
        try {
            return JSON.writeValueAsString(files);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
