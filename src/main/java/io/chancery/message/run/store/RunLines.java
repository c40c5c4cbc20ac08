package io.chancery.message.run.store;

import io.chancery.message.run.store.ItemTable.Item;
import io.chancery.message.run.store.ItemTable.Swept;
import io.chancery.message.store.RunStage;
import io.chancery.message.store.RunTally;
import io.chancery.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Moves lines from one stage to another, with their faults and their number, in the caller's transaction. */
@ApplicationScoped
public class RunLines {

    private final ItemTable items;
    private final FaultTable faults;
    private final RunTally tally;

    RunLines(ItemTable items, FaultTable faults, RunTally tally) {
        this.items = items;
        this.faults = faults;
        this.tally = tally;
    }

    /** The next lines that can be checked. */
    public List<Item> checkable(UUID runId, long after, int limit) {
        return items.checkable(runId, after, limit);
    }

    /** The next lines that wait. */
    public List<Item> waiting(UUID runId, long after, int limit) {
        return items.waiting(runId, after, limit);
    }

    /** The next lines, whatever has become of them. */
    public List<Swept> all(UUID runId, long after, int limit) {
        return items.sweep(runId, after, limit);
    }

    /** These lines have been looked at, and some of them refused; what was said of them before is forgotten. */
    public void checked(UUID runId, List<Item> checked, Map<Long, ProblemException> refused) {
        faults.remove(runId, lines(checked), FaultTable.CONTENT, Short.MAX_VALUE);
        note(runId, refused);
        var changes = new EnumMap<RunStage, Long>(RunStage.class);
        for (var stage : List.of(RunStage.WAITING, RunStage.REFUSED)) {
            var moved = checked.stream()
                    .filter(item -> item.stage() != stage)
                    .filter(item -> refused.containsKey(item.line()) == (stage == RunStage.REFUSED))
                    .toList();
            items.move(runId, lines(moved), stage);
            changes.merge(stage, (long) moved.size(), Long::sum);
            moved.forEach(item -> changes.merge(item.stage(), -1L, Long::sum));
        }
        tally.add(runId, changes);
    }

    /** Of some of the lines that waited messages were made, and the others were refused. */
    public void taken(UUID runId, Map<Long, UUID> messageIds, Map<Long, ProblemException> refused) {
        items.accepted(runId, messageIds);
        items.move(runId, refused.keySet(), RunStage.REFUSED);
        note(runId, refused);
        long accepted = messageIds.size();
        long failed = refused.size();
        tally.add(
                runId,
                Map.of(
                        RunStage.WAITING, -accepted - failed,
                        RunStage.ACCEPTED, accepted,
                        RunStage.REFUSED, failed));
    }

    /** These lines, which waited, are not sent. */
    public void cancel(UUID runId, Collection<Long> lines) {
        items.move(runId, lines, RunStage.CANCELLED);
        tally.add(runId, Map.of(RunStage.WAITING, -(long) lines.size(), RunStage.CANCELLED, (long) lines.size()));
    }

    /** Those of these lines whose messages have failed wait again; the messages are locked. */
    public void retry(UUID runId, Collection<Long> lines) {
        long retried = items.retry(runId, lines);
        tally.add(runId, Map.of(RunStage.FAILED, -retried, RunStage.WAITING, retried));
    }

    private void note(UUID runId, Map<Long, ProblemException> refused) {
        faults.add(
                runId,
                FaultTable.CONTENT,
                refused.entrySet().stream()
                        .flatMap(entry -> RunFault.of(entry.getKey(), entry.getValue()).stream())
                        .toList());
    }

    private static Set<Long> lines(List<Item> items) {
        return items.stream().map(Item::line).collect(Collectors.toSet());
    }
}
