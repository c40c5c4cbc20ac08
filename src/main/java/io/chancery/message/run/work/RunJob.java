package io.chancery.message.run.work;

import io.chancery.platform.work.Transactions;
import io.chancery.platform.work.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Works runs off, on every node: a run is locked for as long as some of its lines are worked on, so where a node dies another
 * goes on at once.
 */
@ApplicationScoped
public class RunJob {

    /** How long a full queue is left to empty itself, and a change made on another node goes unnoticed. */
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final Checking checking;
    private final Feeder feeder;
    private final Sweeping sweeping;
    private final Recall recall;
    private final Milestones milestones;
    private final Transactions transactions;
    private final List<WorkLoop> loops = new ArrayList<>();

    RunJob(
            Checking checking,
            Feeder feeder,
            Sweeping sweeping,
            Recall recall,
            Milestones milestones,
            Transactions transactions) {
        this.checking = checking;
        this.feeder = feeder;
        this.sweeping = sweeping;
        this.recall = recall;
        this.milestones = milestones;
        this.transactions = transactions;
    }

    void start(@Observes StartupEvent event) {
        loops.add(WorkLoop.start("run-check", INTERVAL, () -> transactions.call(checking::next)));
        loops.add(WorkLoop.start("run-feed", INTERVAL, feeder::step));
        loops.add(WorkLoop.start("run-sweep", INTERVAL, this::sweep));
        loops.add(WorkLoop.start("run-milestones", INTERVAL, milestones::step));
    }

    void stop(@Observes ShutdownEvent event) {
        loops.forEach(WorkLoop::close);
    }

    /** Says that there is something to do. */
    public void wake() {
        loops.forEach(WorkLoop::wake);
    }

    private boolean sweep() {
        var step = transactions.call(sweeping::next);
        step.recalled().forEach(recall::recall);
        if (step.any()) {
            transactions.run(() -> sweeping.reach(step.runId(), step.position()));
        }
        return step.any();
    }
}
