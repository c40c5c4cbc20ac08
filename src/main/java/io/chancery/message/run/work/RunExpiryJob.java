package io.chancery.message.run.work;

import io.chancery.message.RunStatus;
import io.chancery.message.run.store.ItemTable;
import io.chancery.message.run.store.Run;
import io.chancery.message.run.store.Run.Sweep;
import io.chancery.message.run.store.RunTable;
import io.chancery.platform.work.Transactions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Deletes what lines of runs said, which is personal data, when the runs have ended long ago; the messages have their own time. */
@ApplicationScoped
class RunExpiryJob {

    private static final int RUNS = 100;
    private static final int LINES = 5_000;

    private final RunTable runs;
    private final ItemTable items;
    private final Transactions transactions;
    private final RunConfig config;
    private final Clock clock;

    RunExpiryJob(RunTable runs, ItemTable items, Transactions transactions, RunConfig config, Clock clock) {
        this.runs = runs;
        this.items = items;
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        var before = clock.instant().minus(config.itemLife());
        var kept = transactions.call(() -> runs.kept(before, RUNS));
        kept.forEach(run -> {
            if (run.status().isOpen()) {
                transactions.run(() -> cancel(run.id()));
            } else {
                wipe(run);
            }
        });
    }

    /** One that nobody has started all this time. */
    private void cancel(UUID runId) {
        runs.lock(runId)
                .filter(run -> run.status().isOpen())
                .ifPresent(run -> runs.update(run.with(run.state().beginning(RunStatus.CANCELLED, Sweep.CANCEL))));
    }

    private void wipe(Run run) {
        Long reached = 0L;
        while (reached != null) {
            long after = reached;
            reached = transactions.call(() -> items.wipe(run.id(), after, LINES));
        }
        transactions.run(() -> runs.wiped(run.id(), clock.instant()));
    }
}
