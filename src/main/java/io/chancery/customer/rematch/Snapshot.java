package io.chancery.customer.rematch;

import io.chancery.customer.resolve.Known;
import io.chancery.customer.resolve.RecordPair;
import io.chancery.platform.DatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads everything that decides who is who, as it was at one moment; nobody need wait for it. */
@ApplicationScoped
class Snapshot {

    private static final int ROWS_AT_ONCE = 10_000;

    private static final String RECORDS = """
            select record.id, record.source, record.external_id, profile.traits, link.customer_id, link.rule
            from match_profile as profile join source_record as record on record.id = profile.record_id
                left join link on link.record_id = record.id
            order by record.source collate "C", record.external_id collate "C"
            """;

    private final DataSource database;

    Snapshot(DataSource database) {
        this.database = database;
    }

    /**
     * The store at one moment.
     *
     * @param generation of {@code match_state}
     */
    record State(long generation, Census census, List<Known> decisions) {}

    /** Reads in the caller's transaction, which keeps everybody else from changing anything. */
    State readLocked() {
        try (var connection = database.getConnection()) {
            return state(connection);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** Reads in a transaction of its own, while others go on. */
    State read() {
        try (var connection = database.getConnection()) {
            int isolation = connection.getTransactionIsolation();
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return state(connection);
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(isolation);
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static State state(Connection connection) throws SQLException {
        plan(connection, "on");
        var state = new State(generation(connection), census(connection), decisions(connection));
        plan(connection, "off");
        return state;
    }

    /** Everything is read, so for once the planner may read whole tables. */
    private static void plan(Connection connection, String wholeTables) throws SQLException {
        var text = """
                select set_config(name, ?, true) from unnest(array['enable_seqscan', 'enable_hashjoin']) as setting (name)
                """;
        try (var set = connection.prepareStatement(text)) {
            set.setString(1, wholeTables);
            set.execute();
        }
    }

    private static long generation(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select generation from match_state");
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Census census(Connection connection) throws SQLException {
        var census = new Census();
        try (var select = connection.prepareStatement(RECORDS)) {
            select.setFetchSize(ROWS_AT_ONCE);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    census.add(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4));
                    census.addLink(row.getObject(5, UUID.class), row.getString(6));
                }
            }
        }
        return census;
    }

    private static List<Known> decisions(Connection connection) throws SQLException {
        var decisions = new ArrayList<Known>();
        try (var select = connection.prepareStatement("select record_a, record_b, verdict from match_decision");
                var row = select.executeQuery()) {
            while (row.next()) {
                var pair = new RecordPair(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                decisions.add(
                        new Known(pair, Known.Kind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)), 0));
            }
        }
        return decisions;
    }
}
