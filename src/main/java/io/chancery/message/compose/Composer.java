package io.chancery.message.compose;

import io.chancery.message.store.ComposeQueue;
import io.chancery.platform.work.ShardLeases;
import io.chancery.platform.work.WorkLoop;
import io.chancery.platform.work.WorkSignal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;

/** Plans and renders what was accepted: one loop per core, each with its own part of the shards this node owns. */
@ApplicationScoped
class Composer {

    private final ComposeStep step;
    private final ComposeQueue queue;
    private final ShardLeases leases;
    private final WorkSignal signal;
    private final int loopCount;
    private final List<WorkLoop> loops = new ArrayList<>();

    Composer(ComposeStep step, ComposeQueue queue, ShardLeases leases, WorkSignal signal, MessageConfig config) {
        this.step = step;
        this.queue = queue;
        this.leases = leases;
        this.signal = signal;
        this.loopCount = config.composers().orElse(Runtime.getRuntime().availableProcessors());
    }

    void start(@Observes StartupEvent event) {
        for (int i = 0; i < loopCount; i++) {
            int part = i;
            var reading = new Reading(queue);
            loops.add(WorkLoop.start(
                    "composer-" + i, signal, ComposeQueue.SIGNAL, () -> step.run(reading, shardsOf(part))));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loops.forEach(WorkLoop::close);
    }

    private List<Integer> shardsOf(int part) {
        return leases.owned().stream()
                .filter(shard -> shard % loopCount == part)
                .toList();
    }

    /** Lets messages with a date in the future begin; seconds late at most. */
    @Scheduled(every = "1s")
    @Transactional
    void promoteDue() {
        if (queue.promoteDue() > 0) {
            signal.send(ComposeQueue.SIGNAL);
        }
    }
}
