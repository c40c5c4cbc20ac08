package io.chancery.dispatch.queue;

import io.chancery.dispatch.provider.Shares;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks after the parts that providers get. */
@ApplicationScoped
class ShareJob {

    private final Lanes lanes;
    private final Shares shares;

    ShareJob(Lanes lanes, Shares shares) {
        this.lanes = lanes;
        this.shares = shares;
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        lanes.all().forEach(lane -> shares.keep(lane.channel(), lane.outlets().all(), System.nanoTime()));
    }
}
