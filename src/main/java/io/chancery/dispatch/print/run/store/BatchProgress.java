package io.chancery.dispatch.print.run.store;

import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Moves batches on. A batch that is elsewhere meanwhile stays there. */
@ApplicationScoped
public class BatchProgress {

    private final Sql sql;

    BatchProgress(Sql sql) {
        this.sql = sql;
    }

    /** Its file is there, and is on its way from here on. */
    public void made(StoredBatch batch, String sha256, long bytes) {
        var text = """
                update print_batch set state = 'made', sha256 = ?, bytes = ?
                where run = ? and number = ? and state in ('open', 'made')
                """;
        sql.run(text, statement -> {
            statement.setString(1, sha256);
            statement.setLong(2, bytes);
            return change(batch, statement, 3);
        });
    }

    /** The printer has it, under a name of its own. */
    public void sent(StoredBatch batch, String reference, Instant at) {
        var text = """
                update print_batch set state = 'sent', reference = ?, sent_at = ?, problem = null
                where run = ? and number = ? and state in ('open', 'made', 'held')
                """;
        sql.run(text, statement -> {
            statement.setString(1, reference);
            statement.setObject(2, at.atOffset(ZoneOffset.UTC));
            return change(batch, statement, 3);
        });
    }

    /** It is tried again later. */
    public void deferred(StoredBatch batch, String problem, Instant next) {
        var text = """
                update print_batch set attempts = attempts + 1, problem = ?, next_at = ?
                where run = ? and number = ? and state in ('open', 'made')
                """;
        sql.run(text, statement -> {
            statement.setString(1, problem);
            statement.setObject(2, next.atOffset(ZoneOffset.UTC));
            return change(batch, statement, 3);
        });
    }

    /** Nothing happens to it until an operator says so. */
    public void held(StoredBatch batch, String problem) {
        var text = """
                update print_batch set state = 'held', problem = ?
                where run = ? and number = ? and state in ('open', 'made', 'sent')
                """;
        sql.run(text, statement -> {
            statement.setString(1, problem);
            return change(batch, statement, 2);
        });
    }

    /** There is nothing to send. */
    public void empty(StoredBatch batch) {
        var text = "update print_batch set state = 'empty' where run = ? and number = ? and state in ('open', 'made')";
        sql.run(text, statement -> change(batch, statement, 1));
    }

    /** The printer says that it has it. */
    public void acknowledged(StoredBatch batch, Instant at) {
        var text = """
                update print_batch set state = 'acknowledged', acknowledged_at = ?, problem = null
                where run = ? and number = ? and state <> 'acknowledged'
                """;
        sql.run(text, statement -> {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            return change(batch, statement, 2);
        });
    }

    /** It is handed over once more, at once; whether it was held, or waits. */
    public boolean released(StoredBatch batch, Instant now) {
        var text = """
                update print_batch set state = 'open', attempts = 0, next_at = ?
                where run = ? and number = ? and state in ('open', 'made', 'held')
                """;
        return sql.run(text, statement -> {
                    statement.setObject(1, now.atOffset(ZoneOffset.UTC));
                    return change(batch, statement, 2);
                })
                > 0;
    }

    private static int change(StoredBatch batch, PreparedStatement statement, int index) throws SQLException {
        statement.setInt(index, batch.run());
        statement.setInt(index + 1, batch.number());
        return statement.executeUpdate();
    }
}
