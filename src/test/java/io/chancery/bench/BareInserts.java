package io.chancery.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows that deliveries of a channel have left behind, inserted again into empty tables with the same indexes. */
final class BareInserts {

    private static final int DELIVERIES = 5_000;
    private static final int BATCH = 500;

    private static final Map<String, String> TABLES = new LinkedHashMap<>(Map.of(
            "message",
                    "select m.* from message m join delivery d on d.message_id = m.id join chosen on d.id = chosen.id",
            "delivery", "select t.* from delivery t join chosen using (id)",
            "archive_entry", "select t.* from archive_entry t join chosen on id = delivery_id",
            "event", "select t.* from event t join chosen on chosen.id = delivery_id",
            "attempt", "select t.* from attempt t join chosen on id = delivery_id",
            "attempt_reference", "select t.* from attempt_reference t join chosen on id = delivery_id"));

    private final Connection database;
    private final String channel;

    BareInserts(Connection database, String channel) {
        this.database = database;
        this.channel = channel;
    }

    /** How many deliveries' rows a second, one connection, a commit for each few hundred. */
    double perSecond() throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("drop table if exists chosen");
            statement.execute("create temporary table chosen as select id from delivery where channel = '" + channel
                    + "' and status = 'sent' order by id desc limit " + DELIVERIES);
            double seconds = 0;
            for (var table : TABLES.entrySet()) {
                seconds += seconds(table.getKey(), table.getValue());
            }
            return DELIVERIES / seconds;
        }
    }

    private double seconds(String table, String query) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("drop table if exists bare_" + table);
            statement.execute("create table bare_" + table + " (like " + table + " including all)");
            var rows = read(query);
            var marks = "?,".repeat(rows.get(0).length);
            long start = System.nanoTime();
            database.setAutoCommit(false);
            try (var insert = database.prepareStatement(
                    "insert into bare_" + table + " values (" + marks.substring(0, marks.length() - 1) + ")")) {
                for (int i = 0; i < rows.size(); i++) {
                    for (int column = 0; column < rows.get(i).length; column++) {
                        insert.setObject(column + 1, rows.get(i)[column]);
                    }
                    insert.addBatch();
                    if (i % BATCH == BATCH - 1 || i == rows.size() - 1) {
                        insert.executeBatch();
                        database.commit();
                    }
                }
            } finally {
                database.setAutoCommit(true);
            }
            double took = LoadProgram.seconds(start);
            statement.execute("drop table bare_" + table);
            return took;
        }
    }

    private List<Object[]> read(String query) throws SQLException {
        var rows = new ArrayList<Object[]>();
        try (var row = database.createStatement().executeQuery(query)) {
            while (row.next()) {
                var values = new Object[row.getMetaData().getColumnCount()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = row.getObject(i + 1);
                }
                rows.add(values);
            }
        }
        return rows;
    }
}
