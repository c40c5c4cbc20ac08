package io.chancery.archive.check;

import io.chancery.archive.Evidence.CheckReport;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.work.ShardLeases;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongPredicate;
import org.jboss.logging.Logger;

/**
 * Checks the archive: each night all leaves, the tree and the checkpoints, and the rows of every thirtieth seal, so that
 * each row is read again within a month; and everything whenever somebody asks.
 */
@ApplicationScoped
public class Checks {

    private static final Logger LOG = Logger.getLogger(Checks.class);
    /** In how many nights each seal has its turn. */
    private static final int NIGHTS = 30;

    private final IntegrityCheck check;
    private final CheckTable table;
    private final ShardLeases leases;
    private final IdGenerator ids;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();

    Checks(IntegrityCheck check, CheckTable table, ShardLeases leases, IdGenerator ids, Clock clock) {
        this.check = check;
        this.table = table;
        this.leases = leases;
        this.ids = ids;
        this.clock = clock;
    }

    /** On the one node that has the first shard. */
    @Scheduled(cron = "{chancery.archive.check.cron:0 17 3 * * ?}")
    void atNight() {
        if (leases.owned().contains(0)) {
            long night = Duration.between(Instant.EPOCH, clock.instant()).toDays();
            run(seal -> (seal + night) % NIGHTS == 0);
        }
    }

    /**
     * Begins to check everything.
     *
     * @throws CheckException if this node is at it already
     */
    public void begin() {
        if (running.get()) {
            throw CheckException.running();
        }
        var thread = new Thread(() -> run(seal -> true), "integrity-check");
        thread.setDaemon(true);
        thread.start();
    }

    public boolean isRunning() {
        return running.get();
    }

    public List<CheckReport> newest(int limit) {
        return table.newest(limit);
    }

    private void run(LongPredicate chosen) {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        try {
            var begun = clock.instant();
            var outcome = check.run(chosen);
            var findings = outcome.findings();
            table.insert(new CheckReport(
                    ids.next(),
                    begun,
                    clock.instant(),
                    outcome.leaves(),
                    outcome.rows(),
                    findings.count(),
                    findings.told()));
            if (findings.count() > 0) {
                LOG.errorf(
                        "The archive is not what it was: %d findings, the first of them: %s",
                        findings.count(), findings.told().get(0));
            }
        } catch (RuntimeException e) {
            LOG.error("The archive could not be checked", e);
        } finally {
            running.set(false);
        }
    }
}
