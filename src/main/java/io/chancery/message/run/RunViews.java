package io.chancery.message.run;

import io.chancery.message.RunStatus;
import io.chancery.message.RunView;
import io.chancery.message.RunView.Lines;
import io.chancery.message.RunView.Progress;
import io.chancery.message.run.store.Run;
import io.chancery.message.store.RunTally;
import io.chancery.template.Templates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts together what callers see of runs. */
@ApplicationScoped
class RunViews {

    private final RunTally tally;
    private final Templates templates;
    private final Clock clock;

    RunViews(RunTally tally, Templates templates, Clock clock) {
        this.tally = tally;
        this.templates = templates;
        this.clock = clock;
    }

    List<RunView> of(List<Run> runs) {
        Map<UUID, RunTally.Count> counts =
                tally.count(runs.stream().map(Run::id).toList());
        return runs.stream()
                .map(run -> view(run, Objects.requireNonNull(counts.get(run.id()))))
                .toList();
    }

    private RunView view(Run run, RunTally.Count count) {
        var lines = Lines.of(count);
        var times = run.times();
        var subject = new RunView.Subject(
                run.request().template(),
                version(run),
                run.request().reference(),
                run.request().defaults());
        return new RunView(
                run.id(),
                run.status(),
                subject,
                lines,
                progress(run, lines, count.endedLately()),
                new RunView.Times(
                        times.createdAt(), times.checkedAt(), times.startAt(), times.startedAt(), times.endedAt()));
    }

    private @Nullable Integer version(Run run) {
        var id = run.state().versionId();
        return id == null ? null : templates.get(id).number();
    }

    private Progress progress(Run run, Lines lines, long endedLately) {
        if (run.status() == RunStatus.CHECKING) {
            // Without blank lines, the number of a line is how many came up to it.
            long done = Objects.requireNonNullElse(run.state().position(), 0L);
            return Progress.of(done, since(run.times().checkedAt()), Math.max(0, lines.total() - done));
        }
        if (run.status() == RunStatus.RUNNING) {
            var since = since(run.times().startedAt());
            var time = since.compareTo(RunTally.LATELY) < 0 ? since : RunTally.LATELY;
            return Progress.of(endedLately, time, lines.open());
        }
        return Progress.NONE;
    }

    private Duration since(@Nullable Instant begin) {
        var now = clock.instant();
        return Duration.between(Objects.requireNonNullElse(begin, now), now);
    }
}
