package io.chancery.customer.rematch;

import io.chancery.customer.stream.SourceDelivered;
import io.chancery.platform.DatabaseException;
import io.chancery.platform.Sql;
import io.chancery.platform.work.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Does the re-matches that were asked for, one at a time of all nodes, the oldest first. */
@ApplicationScoped
public class Rematches {

    private static final Logger LOG = Logger.getLogger(Rematches.class);
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    /** «rematch», as a number nobody else uses. */
    private static final long LOCK = 0x72656d61746368L;

    /** Of fewer records nothing can be learnt. */
    private static final long FEWEST_RECORDS = 200;
    /** By so much a store must have grown since the weights were learnt. */
    private static final double GROWTH = 1.25;

    private final RematchTable table;
    private final Rematch rematch;
    private final Sql sql;
    private final DataSource database;
    private final RematchConfig config;
    private @Nullable WorkLoop loop;

    Rematches(RematchTable table, Rematch rematch, Sql sql, DataSource database, RematchConfig config) {
        this.table = table;
        this.rematch = rematch;
        this.sql = sql;
        this.database = database;
        this.config = config;
    }

    /** Asks for one, in the background. */
    RematchView ask(boolean preview, boolean learn, String askedBy) {
        var asked = table.ask(preview, learn, askedBy);
        if (loop != null) {
            loop.wake();
        }
        return asked;
    }

    Optional<RematchView> find(UUID id) {
        return table.find(id);
    }

    List<RematchView> latest(int limit) {
        return table.latest(limit);
    }

    /** Learns the weights anew, and looks at everything again, if the store has grown by a quarter since that was done. */
    private void keepUp() {
        if (config.learning() && hasGrown()) {
            table.ask(false, true, "chancery");
            while (step()) {
                LOG.debug("One re-match is done; there may be more");
            }
        }
    }

    /** A whole file has come. */
    void on(@Observes SourceDelivered event) {
        keepUp();
    }

    private boolean hasGrown() {
        var text = """
                select (select count(*) from match_profile),
                    coalesce((select records from match_model order by version desc limit 1), 0)
                """;
        return sql.run(
                text,
                statement -> Sql.rows(statement, row -> {
                            long records = row.getLong(1);
                            return records >= FEWEST_RECORDS && records >= row.getLong(2) * GROWTH;
                        })
                        .get(0));
    }

    void start(@Observes StartupEvent event) {
        loop = WorkLoop.start("rematch", INTERVAL, this::step);
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    /** One at a time: the lock belongs to a connection, so it goes with a node that is killed. */
    private boolean step() {
        try (var connection = database.getConnection()) {
            if (!call(connection, "select pg_try_advisory_lock(" + LOCK + ")")) {
                return false;
            }
            try {
                var next = table.begin();
                next.ifPresent(this::run);
                return next.isPresent();
            } finally {
                call(connection, "select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static boolean call(Connection connection, String text) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(text)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private void run(RematchView asked) {
        try {
            var report = rematch.run(asked);
            table.end(asked.id(), "finished", report);
            LOG.infof(
                    "Re-match %s of %d records: %d moved, %d asked, %.1f s",
                    asked.id(), report.records(), report.moved(), report.asked(), report.seconds());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Re-match %s failed", asked.id());
            table.end(asked.id(), "failed", Map.of("why", "An internal error; see the log for this id"));
        }
    }
}
