package io.chancery.message.hold;

import io.chancery.message.store.HoldTable;
import io.chancery.platform.work.Transactions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Gives up what nobody has decided on in time, and takes back what slipped past a stop. */
@ApplicationScoped
class HoldJobs {

    private static final Logger LOG = Logger.getLogger(HoldJobs.class);
    private static final int AT_ONCE = 100;
    /** What a node was rendering when an order came waits for a provider at the latest by then. */
    private static final Duration WATCHED = Duration.ofMinutes(1);

    private final HoldTable holds;
    private final HoldDesk desk;
    private final Stops stops;
    private final StopSweep sweep;
    private final Transactions transactions;
    private final Clock clock;

    HoldJobs(HoldTable holds, HoldDesk desk, Stops stops, StopSweep sweep, Transactions transactions, Clock clock) {
        this.holds = holds;
        this.desk = desk;
        this.stops = stops;
        this.sweep = sweep;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void expire() {
        int expired;
        do {
            expired = transactions.call(() -> desk.expire(holds.due(clock.instant(), AT_ONCE)));
            if (expired > 0) {
                LOG.warnf("%d held deliveries were given up: nobody had decided on them in time", expired);
            }
        } while (expired > 0);
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        for (var order : stops.inForce()) {
            if (order.stoppedAt().plus(WATCHED).isAfter(clock.instant())) {
                sweep.all(order);
            }
        }
    }
}
