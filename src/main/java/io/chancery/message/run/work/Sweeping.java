package io.chancery.message.run.work;

import io.chancery.message.run.store.ItemTable.Swept;
import io.chancery.message.run.store.Run;
import io.chancery.message.run.store.Run.Sweep;
import io.chancery.message.run.store.RunLines;
import io.chancery.message.run.store.RunTable;
import io.chancery.message.store.OutcomeTable;
import io.chancery.message.store.RunStage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Goes over all lines of a run that is cancelled, or whose failed lines are tried again. */
@ApplicationScoped
class Sweeping {

    private final RunTable runs;
    private final RunLines lines;
    private final OutcomeTable outcomes;
    private final RunConfig config;
    private final Clock clock;

    Sweeping(RunTable runs, RunLines lines, OutcomeTable outcomes, RunConfig config, Clock clock) {
        this.runs = runs;
        this.lines = lines;
        this.outcomes = outcomes;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param any whether there was anything to do
     * @param recalled messages that are to be called off before {@code position} is reached
     */
    record Step(boolean any, UUID runId, long position, List<UUID> recalled) {

        static final Step NONE = new Step(false, new UUID(0, 0), 0, List.of());
    }

    /** Does the next lines of the run whose turn it is, in the caller's transaction. */
    Step next() {
        return runs.claimSwept().map(this::next).orElse(Step.NONE);
    }

    private Step next(Run run) {
        long position = Objects.requireNonNull(run.state().position());
        var swept = lines.all(run.id(), position, config.batchSize());
        if (swept.isEmpty()) {
            end(run);
            return new Step(true, run.id(), position, List.of());
        }
        long reached = swept.get(swept.size() - 1).line();
        if (run.state().sweep() == Sweep.RETRY) {
            retry(run, swept);
            runs.update(run.with(run.state().reaching(reached)));
            return new Step(true, run.id(), reached, List.of());
        }
        lines.cancel(
                run.id(),
                swept.stream()
                        .filter(line -> line.stage() == RunStage.WAITING)
                        .map(Swept::line)
                        .toList());
        return new Step(true, run.id(), reached, messages(swept.stream().filter(Swept::open)));
    }

    private void end(Run run) {
        boolean cancelled = run.state().sweep() == Sweep.CANCEL;
        var ended = run.with(run.state().beginning(run.status(), null));
        runs.update(cancelled ? ended.with(ended.times().ended(clock.instant())) : ended);
    }

    private void retry(Run run, List<Swept> swept) {
        var ended = swept.stream()
                .filter(line -> line.messageId() != null && !line.open())
                .toList();
        if (!ended.isEmpty()) {
            outcomes.lock(messages(ended.stream()));
            lines.retry(run.id(), ended.stream().map(Swept::line).toList());
        }
    }

    private static List<UUID> messages(Stream<Swept> lines) {
        return lines.flatMap(line -> Stream.ofNullable(line.messageId())).toList();
    }

    /** The lines up to here are done, in the caller's transaction. */
    void reach(UUID runId, long position) {
        runs.lock(runId)
                .filter(run -> run.state().sweep() == Sweep.CANCEL)
                .filter(run -> Objects.requireNonNullElse(run.state().position(), position) < position)
                .ifPresent(run -> runs.update(run.with(run.state().reaching(position))));
    }
}
