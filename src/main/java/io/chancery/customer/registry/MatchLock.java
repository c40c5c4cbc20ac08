package io.chancery.customer.registry;

import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;

/**
 * Lets one transaction at a time, of all nodes, decide who is who: two imports that bring the same new person at once
 * would otherwise not see each other, and open two customers.
 */
@ApplicationScoped
public class MatchLock {

    private final Sql sql;

    MatchLock(Sql sql) {
        this.sql = sql;
    }

    /** Waits for the lock, which is that of the only row of a table, and keeps it until the caller's transaction ends. Take it before any row is changed. */
    public void acquire() {
        sql.run("update match_state set generation = generation + 1", PreparedStatement::executeUpdate);
    }

    /** Which state of all links this is: another number, another state. */
    public long generation() {
        return sql.run("select generation from match_state", statement -> Sql.rows(statement, row -> row.getLong(1)))
                .get(0);
    }
}
