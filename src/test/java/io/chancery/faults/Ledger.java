package io.chancery.faults;

import io.chancery.faults.Checker.Attempt;
import io.chancery.faults.Checker.Key;
import io.chancery.faults.Checker.Recorded;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the application has put on record, read from its database. */
final class Ledger {

    private final Connection database;

    /** What is done with each row. */
    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    Ledger(Connection database) {
        this.database = database;
    }

    List<Recorded> deliveries() throws SQLException {
        var attempts = new HashMap<String, List<Attempt>>();
        each(
                "select delivery_id, number, repeat, outcome from attempt order by delivery_id, number",
                row -> attempts.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                        .add(new Attempt(row.getInt(2), row.getBoolean(3), row.getString(4))));
        var events = new HashMap<String, Set<String>>();
        each(
                "select delivery_id, kind || ' ' || attempt from event where kind in ('sent', 'uncertain', 'repeated')",
                row -> events.computeIfAbsent(row.getString(1), id -> new HashSet<>())
                        .add(row.getString(2)));
        var found = new ArrayList<Recorded>();
        each(
                "select channel, reference, d.id, status, outcome is not null or status = 'uncertain'"
                        + " from delivery d join message m on m.id = d.message_id join message_outcome using (message_id)",
                row -> found.add(new Recorded(
                        new Key(row.getString(1), row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5),
                        attempts.getOrDefault(row.getString(3), List.of()),
                        events.getOrDefault(row.getString(3), Set.of()))));
        return found;
    }

    /** The message of each letter that is archived, by the letter's delivery. */
    Map<String, String> letters() throws SQLException {
        var messages = new HashMap<String, String>();
        each(
                "select id, message_id from delivery join archive_entry on delivery_id = id where channel = 'print'",
                row -> messages.put(row.getString(1), row.getString(2)));
        return messages;
    }

    /** How many messages have not ended and wait for nobody. */
    int unfinished() throws SQLException {
        return number("select count(*) from message_outcome ended where outcome is null and not exists"
                + " (select from delivery d where d.message_id = ended.message_id and d.status = 'uncertain')");
    }

    int messages() throws SQLException {
        return number("select count(*) from message");
    }

    /** How many attempts are on record as open: all, or those of one node. */
    int open(String node) throws SQLException {
        var whose = node.isEmpty() ? "" : " where node = '" + node + "'";
        return number("select count(*) from open_attempt" + whose);
    }

    /** How many shards a node owns. */
    int shards(String node) throws SQLException {
        return number("select count(*) from shard where owner = '" + node + "'");
    }

    private int number(String query) throws SQLException {
        var found = new ArrayList<Integer>();
        each(query, row -> found.add(row.getInt(1)));
        return found.get(0);
    }

    private void each(String query, Row row) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                row.read(rows);
            }
        }
    }
}
