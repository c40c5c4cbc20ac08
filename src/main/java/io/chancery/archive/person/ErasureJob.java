package io.chancery.archive.person;

import io.chancery.archive.person.order.OrderTable;
import io.chancery.platform.work.ShardLeases;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Goes on with erasures that wait, on the one node that has the first shard. */
@ApplicationScoped
class ErasureJob {

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

    @Scheduled(every = "10s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (leases.owned().contains(0)) {
            orders.due(clock.instant().minus(SWEEP_AFTER)).forEach(erasing::goOn);
        }
    }

    @Scheduled(every = "1h", delayed = "20m")
    @Transactional
    void dropKeys() {
        orders.deleteStaleKeys();
    }
}
