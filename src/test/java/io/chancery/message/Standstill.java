package io.chancery.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A while in which nothing is handed over: each hand-over is on record before it begins, and cannot be put there. */
@ApplicationScoped
public class Standstill {

    private final DataSource database;

    Standstill(DataSource database) {
        this.database = database;
    }

    public void during(Runnable work) throws SQLException {
        try (var connection = database.getConnection();
                var lock = connection.createStatement()) {
            connection.setAutoCommit(false);
            lock.execute("lock table open_attempt in share mode");
            work.run();
            connection.rollback();
        }
    }
}
