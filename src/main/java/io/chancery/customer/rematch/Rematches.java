package io.chancery.customer.rematch;

import io.chancery.customer.stream.SourceDelivered;
import io.chancery.platform.DatabaseException;
import io.chancery.platform.work.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
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

    /** By so much a file must have made the store grow since the weights were learnt. */
    private static final double MUCH = 1.25;
    /** When no file comes, so much is enough. */
    private static final double SOME = 1.02;

    private final RematchTable table;
    private final Rematch rematch;
    private final Growth growth;
    private final DataSource database;
    private final RematchConfig config;
    private @Nullable WorkLoop loop;

    Rematches(RematchTable table, Rematch rematch, Growth growth, DataSource database, RematchConfig config) {
        this.table = table;
        this.rematch = rematch;
        this.growth = growth;
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

    /** A whole file has come: learns the weights anew, and looks at everything again, if there is a quarter more. */
    void on(@Observes SourceDelivered event) {
        if (config.learning() && growth.isAtLeast(MUCH)) {
            table.ask(false, true, "chancery");
            while (step()) {
                LOG.debug("One re-match is done; there may be more");
            }
        }
    }

    /** What came since: in smaller files, or one by one. So the order in which records come makes no difference. */
    @Scheduled(every = "10m", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keepUp() {
        if (config.learning() && growth.isAtLeast(SOME) && growth.isOver()) {
            ask(false, true, "chancery");
        }
    }

    void start(@Observes StartupEvent event) {
        loop = WorkLoop.start("rematch", INTERVAL, this::step).withLongSteps();
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
