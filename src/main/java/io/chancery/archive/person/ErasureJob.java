package io.chancery.archive.person;

import io.chancery.platform.work.ShardLeases;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Goes on with erasures that wait, on the one node that has the first shard. */
@ApplicationScoped
class ErasureJob {

    private static final Logger LOG = Logger.getLogger(ErasureJob.class);

    /** No call that found the person before they were erased takes this long. */
    private static final Duration SWEEP_AFTER = Duration.ofMinutes(2);

    private final OrderTable orders;
    private final Erasing erasing;
    private final ShardLeases leases;
    private final Clock clock;

    ErasureJob(OrderTable orders, Erasing erasing, ShardLeases leases, Clock clock) {
        this.orders = orders;
        this.erasing = erasing;
        this.leases = leases;
        this.clock = clock;
    }

    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (leases.owned().contains(0)) {
            orders.due(clock.instant().minus(SWEEP_AFTER)).forEach(this::goOn);
        }
    }

    private void goOn(UUID order) {
        try {
            erasing.goOn(order);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Erasure %s could not be carried out", order);
        }
    }

    @Scheduled(every = "1h", delayed = "20m")
    @Transactional
    void dropKeys() {
        orders.deleteStaleKeys();
    }
}
