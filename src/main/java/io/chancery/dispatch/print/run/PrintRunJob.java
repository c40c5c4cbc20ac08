package io.chancery.dispatch.print.run;

import io.chancery.platform.work.ShardLeases;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes print runs and sends their batches: on the node that has the first shard, so that only one does. */
@ApplicationScoped
class PrintRunJob {

    private static final int SHARD = 0;

    private final PrintRunSettings settings;
    private final RunMaking making;
    private final BatchSending sending;
    private final ShardLeases leases;

    PrintRunJob(PrintRunSettings settings, RunMaking making, BatchSending sending, ShardLeases leases) {
        this.settings = settings;
        this.making = making;
        this.sending = sending;
        this.leases = leases;
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void make() {
        if (isOurs()) {
            making.makeDue();
        }
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void send() {
        boolean more = true;
        while (more && isOurs()) {
            more = sending.step();
        }
    }

    private boolean isOurs() {
        return settings.active() && leases.owned().contains(SHARD);
    }
}
