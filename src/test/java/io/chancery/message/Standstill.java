package io.chancery.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A while in which nothing is handed over, or nothing ends: both are put on record, and cannot be put there. */
@ApplicationScoped
public class Standstill {

    private final DataSource database;

    Standstill(DataSource database) {
        this.database = database;
    }

    /** No hand-over begins. */
    public void during(Runnable work) throws SQLException {
        whileLocked("open_attempt", work);
    }

    /** What is being handed over stays so. */
    void withoutEnd(Runnable work) throws SQLException {
        whileLocked("attempt", work);
    }

    private void whileLocked(String table, Runnable work) throws SQLException {
        try (var connection = database.getConnection();
                var lock = connection.createStatement()) {
            connection.setAutoCommit(false);
            lock.execute("lock table " + table + " in share mode");
            work.run();
            connection.rollback();
        }
    }
}
