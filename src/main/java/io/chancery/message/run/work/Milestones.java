package io.chancery.message.run.work;

import io.chancery.message.RunStatus;
import io.chancery.message.run.store.Run;
import io.chancery.message.run.store.RunTable;
import io.chancery.message.store.RunStage;
import io.chancery.message.store.RunTally;
import io.chancery.platform.work.Transactions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Begins runs whose time has come, and ends those of which every line has ended. */
@ApplicationScoped
class Milestones {

    private final RunTable runs;
    private final RunTally tally;
    private final Transactions transactions;
    private final Clock clock;

    Milestones(RunTable runs, RunTally tally, Transactions transactions, Clock clock) {
        this.runs = runs;
        this.tally = tally;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Looks at all runs, and says whether it began one. */
    boolean step() {
        boolean begun = transactions.call(this::begin);
        runs.ending().forEach(id -> transactions.run(() -> runs.lock(id).ifPresent(this::end)));
        return begun;
    }

    private boolean begin() {
        var due = runs.claimDue(clock.instant());
        due.ifPresent(run -> runs.update(run.with(run.state().beginning(RunStatus.RUNNING, null))
                .with(run.times().started(clock.instant()))));
        return due.isPresent();
    }

    private void end(Run run) {
        var count = tally.count(run.id());
        boolean taken = run.status() == RunStatus.RUNNING && run.state().position() == null;
        if (taken && count.of(RunStage.WAITING) + count.of(RunStage.ACCEPTED) == 0) {
            runs.update(run.with(run.state().with(RunStatus.COMPLETED))
                    .with(run.times().ended(clock.instant())));
        }
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void fold() {
        for (UUID runId : tally.foldable()) {
            transactions.run(() -> tally.fold(runId));
        }
    }
}
