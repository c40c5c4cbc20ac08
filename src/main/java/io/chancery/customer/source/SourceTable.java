package io.chancery.customer.source;

import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The sources that are set up. */
@ApplicationScoped
class SourceTable {

    private static final String SELECT = "select key, title, trust, mapping, about, version from source ";

    /** A definition as it is kept. */
    private record Text(String title, int trust, String mapping, String about) {
        SourceDefinition parse() {
            return SourceDefinition.of(title, trust, mapping, about);
        }
    }

    private record Parsed(Text text, SourceDefinition definition) {}

    private final Sql sql;
    /** What was read last of each source: every record that comes asks for it, and it hardly ever changes. */
    private final Map<String, Parsed> parsed = new ConcurrentHashMap<>();

    SourceTable(Sql sql) {
        this.sql = sql;
    }

    /** An equal definition changes nothing, not even the version. */
    void put(String key, SourceDefinition definition, Instant at) {
        var text = """
                insert into source (key, title, trust, mapping, about, version, changed_at)
                values (?, ?, ?, ?::jsonb, ?::jsonb, 1, ?)
                on conflict (key) do update set title = excluded.title, trust = excluded.trust,
                    mapping = excluded.mapping, about = excluded.about, version = source.version + 1,
                    changed_at = excluded.changed_at
                where (source.title, source.trust, source.mapping, source.about)
                    <> (excluded.title, excluded.trust, excluded.mapping, excluded.about)
                """;
        sql.run(text, statement -> {
            statement.setString(1, key);
            statement.setString(2, definition.title());
            statement.setInt(3, definition.trust());
            statement.setString(4, definition.mappingJson());
            statement.setString(5, definition.aboutJson());
            statement.setObject(6, at.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }

    Optional<Source> find(String key) {
        return sql.run(SELECT + "where key = ?", statement -> {
            statement.setString(1, key);
            return Sql.rows(statement, this::source).stream().findFirst();
        });
    }

    List<Source> list() {
        return sql.run(SELECT + "order by key", statement -> Sql.rows(statement, this::source));
    }

    private Source source(ResultSet row) throws SQLException {
        var key = row.getString("key");
        var text =
                new Text(row.getString("title"), row.getInt("trust"), row.getString("mapping"), row.getString("about"));
        var known = parsed.get(key);
        if (known == null || !known.text().equals(text)) {
            known = new Parsed(text, text.parse());
            parsed.put(key, known);
        }
        return new Source(key, known.definition(), row.getInt("version"));
    }
}
