package io.chancery.archive.export;

import io.chancery.archive.Archive;
import io.chancery.platform.work.ShardLeases;
import io.chancery.platform.work.Transactions;
import io.chancery.platform.work.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Plans exports one after the other, on the node that has the first shard, and forgets them when their time is over. */
@ApplicationScoped
class ExportJob {

    private static final Logger LOG = Logger.getLogger(ExportJob.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int MOST_FAILURES = 3;

    private final ExportTable exports;
    private final Planner planner;
    private final Transactions transactions;
    private final ShardLeases leases;
    private final ExportConfig config;
    private final Clock clock;
    private @Nullable WorkLoop loop;

    ExportJob(
            ExportTable exports,
            Planner planner,
            Transactions transactions,
            ShardLeases leases,
            ExportConfig config,
            Clock clock) {
        this.exports = exports;
        this.planner = planner;
        this.transactions = transactions;
        this.leases = leases;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        loop = WorkLoop.start("export", INTERVAL, () -> leases.owned().contains(0) && step())
                .withLongSteps();
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    @Scheduled(every = "1h", delayed = "15m")
    void forget() {
        exports.deleteBefore(clock.instant().minus(config.keep()));
    }

    /** The next step of the first export that is not made yet; whether there was one. */
    private boolean step() {
        var next = exports.next();
        if (next.isEmpty()) {
            return false;
        }
        var export = next.get();
        try {
            return planner.step(export);
        } catch (RuntimeException | IOException e) {
            boolean passing = e instanceof Archive.UnavailableException || !transactions.arePossible();
            if (!passing && exports.fail(export.id()) >= MOST_FAILURES) {
                LOG.errorf(e, "Export %s cannot be made", export.id());
                exports.end(export.id(), ExportStatus.FAILED);
                return true;
            }
            throw new IllegalStateException("A step of export " + export.id() + " has failed", e);
        }
    }
}
