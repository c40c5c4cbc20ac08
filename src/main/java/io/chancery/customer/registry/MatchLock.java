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

    /** «match», as a number nobody else uses. */
    private static final long NUMBER = 0x6d61746368L;

    private final Sql sql;

    MatchLock(Sql sql) {
        this.sql = sql;
    }

    /** Waits for the lock and keeps it until the caller's transaction ends. Take it before any row is changed. */
    public void acquire() {
        sql.run("select pg_advisory_xact_lock(" + NUMBER + ")", PreparedStatement::execute);
        sql.run("update match_state set generation = generation + 1", PreparedStatement::executeUpdate);
    }

    /** Which state of all links this is: another number, another state. */
    public long generation() {
        return sql.run("select generation from match_state", statement -> Sql.rows(statement, row -> row.getLong(1)))
                .get(0);
    }
}
