package io.chancery.message.run.work;

import io.chancery.message.RunStatus;
import io.chancery.message.intake.RunIntake;
import io.chancery.message.run.store.Run;
import io.chancery.message.run.store.RunLines;
import io.chancery.message.run.store.RunTable;
import io.chancery.template.Templates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** Tries every line of a run as if it were sent now, and sends none. */
@ApplicationScoped
class Checking {

    private final RunTable runs;
    private final RunLines lines;
    private final RunIntake intake;
    private final Templates templates;
    private final RunConfig config;

    Checking(RunTable runs, RunLines lines, RunIntake intake, Templates templates, RunConfig config) {
        this.runs = runs;
        this.lines = lines;
        this.intake = intake;
        this.templates = templates;
        this.config = config;
    }

    /** Checks the next lines of the run whose turn it is, in the caller's transaction; false if there is none. */
    boolean next() {
        var claimed = runs.claimChecking();
        claimed.ifPresent(this::next);
        return claimed.isPresent();
    }

    private void next(Run run) {
        long position = Objects.requireNonNull(run.state().position());
        var items = lines.checkable(run.id(), position, config.batchSize());
        if (items.isEmpty()) {
            runs.update(run.with(run.state().with(RunStatus.READY)));
            return;
        }
        var version = templates.get(Objects.requireNonNull(run.state().versionId()));
        var whole = new RunIntake.Run(run.id(), run.clientId(), version);
        lines.checked(run.id(), items, intake.check(whole, ItemBody.of(run, items, version.schema())));
        runs.update(run.with(run.state().reaching(items.get(items.size() - 1).line())));
    }
}
