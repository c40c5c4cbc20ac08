package io.chancery;

import io.chancery.platform.TestRoles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Looks for words in every column of every table of a database, whatever is in it. */
final class ClearText {

    private static final String COLUMNS = """
            select relname, attname, atttypid = 'bytea'::regtype
            from pg_class join pg_attribute on attrelid = pg_class.oid
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
                and attnum > 0 and not attisdropped order by 1, 2
            """;

    private final EmbeddedPostgres postgres;

    ClearText(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Where any of the words stands, in any case of its letters.
     *
     * @param allowed by table, the condition on rows in which they may
     */
    List<String> places(List<String> words, Map<String, String> allowed) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = connect()) {
            for (var table : tables(connection).entrySet()) {
                var name = table.getKey();
                var text = "select count(*) from " + name + " where not (" + allowed.getOrDefault(name, "false")
                        + ") and (" + condition(table.getValue(), words) + ")";
                if (number(connection, text) > 0) {
                    found.add(name);
                }
            }
        }
        return found;
    }

    long number(String query) throws SQLException {
        try (var connection = connect()) {
            return number(connection, query);
        }
    }

    private Connection connect() throws SQLException {
        return postgres.getDatabase("postgres", TestRoles.DATABASE).getConnection();
    }

    /** A column of bytes as the text that its bytes would be. */
    private static Map<String, List<String>> tables(Connection connection) throws SQLException {
        var columns = new LinkedHashMap<String, List<String>>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(COLUMNS)) {
            while (row.next()) {
                var text = row.getBoolean(3)
                        ? "encode(" + row.getString(2) + ", 'escape')"
                        : "\"" + row.getString(2) + "\"::text";
                columns.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                        .add(text);
            }
        }
        return columns;
    }

    private static String condition(List<String> columns, List<String> words) {
        return columns.stream()
                .flatMap(column -> words.stream().map(word -> column + " ilike '%" + word + "%'"))
                .collect(Collectors.joining(" or "));
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
