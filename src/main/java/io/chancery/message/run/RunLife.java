package io.chancery.message.run;

import io.chancery.message.RunStatus;
import io.chancery.message.run.RunStart.OnFaults;
import io.chancery.message.run.store.FaultTable;
import io.chancery.message.run.store.Run;
import io.chancery.message.run.store.Run.Sweep;
import io.chancery.message.store.RunStage;
import io.chancery.message.store.RunTally;
import io.chancery.platform.work.Priority;
import io.chancery.template.TemplateVersion;
import io.chancery.template.Templates;
import io.chancery.vocabulary.MessageClass;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** What may follow what in the life of a run. What is so already stays so, and is no error. */
@ApplicationScoped
class RunLife {

    private final Templates templates;
    private final FaultTable faults;
    private final RunTally tally;
    private final Clock clock;

    RunLife(Templates templates, FaultTable faults, RunTally tally, Clock clock) {
        this.templates = templates;
        this.faults = faults;
        this.tally = tally;
        this.clock = clock;
    }

    /** Which messages of a template go first. */
    static Priority priority(TemplateVersion version) {
        return version.settings().messageClass() == MessageClass.MARKETING ? Priority.MARKETING : Priority.RUN;
    }

    /** Begins to check all lines against the version that is live now. */
    Run check(Run run) {
        if (run.status() == RunStatus.CHECKING) {
            return run;
        }
        require(run, RunStatus.DRAFT, RunStatus.READY);
        var version = templates.getLive(run.request().template());
        var state = new Run.State(RunStatus.CHECKING, version.id(), priority(version), null, 0L);
        return run.with(state).with(run.times().checked(clock.instant()));
    }

    /** Starts it, or sets the time at which it will. */
    Run start(Run run, RunStart how) {
        if (Set.of(RunStatus.RUNNING, RunStatus.PAUSED, RunStatus.COMPLETED).contains(run.status())) {
            return run;
        }
        if (Set.of(RunStatus.DRAFT, RunStatus.CHECKING).contains(run.status())) {
            throw RunException.notChecked();
        }
        require(run, RunStatus.READY, RunStatus.SCHEDULED);
        requireSendable(run, how.onFaults());
        var now = clock.instant();
        if (how.at() != null && how.at().isAfter(now)) {
            return run.with(run.state().with(RunStatus.SCHEDULED))
                    .with(run.times().startingAt(how.at()));
        }
        return run.with(run.state().beginning(RunStatus.RUNNING, null))
                .with(run.times().started(now));
    }

    private void requireSendable(Run run, OnFaults onFaults) {
        if (!templates.getLive(run.request().template()).id().equals(run.state().versionId())) {
            throw RunException.templateChanged();
        }
        long faulty = onFaults == OnFaults.REFUSE_RUN ? faults.countLines(run.id()) : 0;
        if (faulty > 0) {
            throw RunException.hasFaults(faulty);
        }
        if (tally.count(run.id()).of(RunStage.WAITING) == 0) {
            throw RunException.empty();
        }
    }

    Run pause(Run run) {
        require(run, RunStatus.RUNNING, RunStatus.PAUSED);
        return run.with(run.state().with(RunStatus.PAUSED));
    }

    Run resume(Run run) {
        require(run, RunStatus.RUNNING, RunStatus.PAUSED);
        return run.with(run.state().with(RunStatus.RUNNING));
    }

    /** Sends nothing more, and calls off what has not been handed over. */
    Run cancel(Run run) {
        if (run.status() == RunStatus.CANCELLED) {
            return run;
        }
        if (run.status() == RunStatus.COMPLETED) {
            throw RunException.wrongStatus(run.status());
        }
        return run.with(run.state().beginning(RunStatus.CANCELLED, Sweep.CANCEL));
    }

    /** Sends anew what has failed, once more. */
    Run retry(Run run) {
        if (run.state().sweep() == Sweep.RETRY) {
            return run;
        }
        require(run, RunStatus.RUNNING, RunStatus.COMPLETED);
        if (run.times().wipedAt() != null) {
            throw RunException.wiped();
        }
        if (tally.count(run.id()).of(RunStage.FAILED) == 0) {
            throw RunException.nothingToRetry();
        }
        return run.with(run.state().beginning(RunStatus.RUNNING, Sweep.RETRY))
                .with(run.times().started(clock.instant()));
    }

    private static void require(Run run, RunStatus... allowed) {
        if (!List.of(allowed).contains(run.status())) {
            throw RunException.wrongStatus(run.status());
        }
    }
}
