package io.chancery.message.run.work;

import io.chancery.message.intake.MessageRefusedException;
import io.chancery.message.intake.RunIntake;
import io.chancery.message.run.store.ItemTable.Item;
import io.chancery.message.run.store.Run;
import io.chancery.message.run.store.RunLines;
import io.chancery.message.run.store.RunTable;
import io.chancery.platform.ProblemException;
import io.chancery.platform.work.Priority;
import io.chancery.template.Templates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Makes messages of the lines of runs, in the order of the lines. */
@ApplicationScoped
class Feeding {

    private final RunTable runs;
    private final RunLines lines;
    private final RunIntake intake;
    private final Templates templates;

    Feeding(RunTable runs, RunLines lines, RunIntake intake, Templates templates) {
        this.runs = runs;
        this.lines = lines;
        this.intake = intake;
        this.templates = templates;
    }

    /**
     * Makes messages of the next lines of the run whose turn it is, in the caller's transaction.
     *
     * @param limit of how many lines
     * @return whether there is such a run
     */
    boolean next(Priority priority, int limit) {
        var claimed = runs.claimRunning(priority);
        claimed.ifPresent(run -> next(run, limit));
        return claimed.isPresent();
    }

    private void next(Run run, int limit) {
        long position = Objects.requireNonNull(run.state().position());
        var items = lines.waiting(run.id(), position, limit);
        if (items.isEmpty()) {
            runs.update(run.with(run.state().reaching(null)));
            return;
        }
        try {
            take(run, items);
        } catch (RuntimeException e) {
            throw new StumbleException(run.id(), items.get(0).line(), e);
        }
        runs.update(run.with(run.state().reaching(items.get(items.size() - 1).line())));
    }

    private void take(Run run, List<Item> items) {
        var version = templates.get(Objects.requireNonNull(run.state().versionId()));
        var whole = new RunIntake.Run(run.id(), run.clientId(), version);
        var messageIds = new HashMap<Long, UUID>();
        var refused = new HashMap<Long, ProblemException>();
        items.stream()
                .filter(Item::isErased)
                .forEach(item -> refused.put(item.line(), MessageRefusedException.erasedCustomer("/customer")));
        var left = items.stream().filter(item -> !item.isErased()).toList();
        intake.accept(whole, ItemBody.of(run, left, version.schema())).forEach((line, result) -> {
            if (result.messageId() != null) {
                messageIds.put(line, result.messageId());
            }
            if (result.refusal() != null) {
                refused.put(line, result.refusal());
            }
        });
        lines.taken(run.id(), messageIds, refused);
    }

    /** Refuses a line that keeps all others from being sent, in the caller's transaction. */
    void refuse(UUID runId, long line, ProblemException why) {
        runs.lock(runId)
                .ifPresent(run -> lines.waiting(runId, line - 1, 1).stream()
                        .filter(item -> item.line() == line)
                        .forEach(item -> lines.taken(runId, Map.of(), Map.of(line, why))));
    }
}
