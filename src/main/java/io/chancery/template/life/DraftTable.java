package io.chancery.template.life;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.platform.Sql;
import io.chancery.template.SourceKey;
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
import java.util.SortedMap;

/** The drafts, one for each template, block or brand at most. */
@ApplicationScoped
class DraftTable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sql sql;
    private final Clock clock;

    DraftTable(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<Draft> find(SourceKey source) {
        return run(
                "select * from %1$s_draft where %1$s = ?",
                source, statement -> {
                    statement.setString(1, source.key());
                    return Sql.rows(statement, row -> draft(source, row)).stream()
                            .findFirst();
                });
    }

    private static Draft draft(SourceKey source, ResultSet row) throws SQLException {
        return new Draft(
                source,
                row.getLong("revision"),
                files(row.getString("files")),
                List.of((String[]) row.getArray("editors").getArray()),
                row.getObject("edited_at", OffsetDateTime.class).toInstant());
    }

    private static SortedMap<String, byte[]> files(String json) {
        try {
            return FileContents.read(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins a draft; false if there is one. */
    boolean add(SourceKey source, Map<String, byte[]> files, Collection<String> editors) {
        var text = """
                insert into %1$s_draft (%1$s, revision, files, editors, edited_at) values (?, 1, ?::jsonb, ?, ?)
                on conflict (%1$s) do nothing
                """;
        return run(text, source, statement -> {
            statement.setString(1, source.key());
            statement.setString(2, json(files));
            Sql.setTexts(statement, 3, editors.stream());
            statement.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            return statement.executeUpdate() == 1;
        });
    }

    /** Changes the draft; false if it is not at the revision that was seen. */
    boolean change(SourceKey source, Map<String, byte[]> files, long seen, String editor) {
        var text = """
                update %1$s_draft set revision = revision + 1, files = ?::jsonb, edited_at = ?,
                    editors = case when ? = any (editors) then editors else editors || ? end
                where %1$s = ? and revision = ?
                """;
        return run(text, source, statement -> {
            statement.setString(1, json(files));
            statement.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            statement.setString(3, editor);
            statement.setString(4, editor);
            statement.setString(5, source.key());
            statement.setLong(6, seen);
            return statement.executeUpdate() == 1;
        });
    }

    /** Forgets the draft; false if it is not at the revision that was seen. */
    boolean remove(SourceKey source, long seen) {
        return run(
                "delete from %1$s_draft where %1$s = ? and revision = ?",
                source, statement -> {
                    statement.setString(1, source.key());
                    statement.setLong(2, seen);
                    return statement.executeUpdate() == 1;
                });
    }

    private <T> T run(String text, SourceKey source, Sql.Work<T> work) {
        return sql.run(text.formatted(source.kind().code()), work);
    }

    private static String json(Map<String, byte[]> files) {
        return FileContents.write(files).toString();
    }
}
