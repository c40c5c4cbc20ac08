package io.chancery.message.run.file;

import io.chancery.message.RunStatus;
import io.chancery.message.run.file.ItemReader.Chunk;
import io.chancery.message.run.store.ArrivalTable;
import io.chancery.message.run.store.ArrivalTable.Arrived;
import io.chancery.message.run.store.FaultTable;
import io.chancery.message.run.store.RunFault;
import io.chancery.message.run.store.RunTable;
import io.chancery.message.store.RunStage;
import io.chancery.message.store.RunTally;
import io.chancery.platform.work.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes the lines of a file as they come. A line is known by its number: what came before, or comes again because the
 * connection broke, is there once.
 */
@ApplicationScoped
public class ItemUploads {

    private final RunTable runs;
    private final ArrivalTable arrivals;
    private final FaultTable faults;
    private final RunTally tally;
    private final Transactions transactions;

    ItemUploads(RunTable runs, ArrivalTable arrivals, FaultTable faults, RunTally tally, Transactions transactions) {
        this.runs = runs;
        this.arrivals = arrivals;
        this.faults = faults;
        this.tally = tally;
        this.transactions = transactions;
    }

    /** The run does not take lines, or not any more; what came before stays. */
    public static final class ClosedException extends RuntimeException {
        ClosedException() {
            super("The run does not take lines now");
        }
    }

    /**
     * Takes a file.
     *
     * @throws ClosedException if the run does not take lines
     * @throws io.chancery.platform.stream.UnreadableStreamException if nothing of it can be taken
     * @throws IOException if it breaks off; what came before stays
     */
    public UploadCounts take(UUID runId, InputStream content, Charset encoding, Upload upload) throws IOException {
        var reader = new ItemReader(content, encoding, upload);
        var counts = UploadCounts.NONE;
        for (var chunk = reader.next(); !chunk.lines().isEmpty(); chunk = reader.next()) {
            var read = chunk;
            counts = counts.plus(transactions.call(() -> write(runId, read)));
        }
        return counts;
    }

    private UploadCounts write(UUID runId, Chunk chunk) {
        var run = runs.lock(runId).filter(found -> found.status().isOpen()).orElseThrow(ClosedException::new);
        var added = arrivals.insert(runId, chunk.lines());
        var known = without(chunk.lines(), added);
        Set<Long> repeated = known.isEmpty() ? Set.of() : arrivals.repeated(runId, known);
        var other = without(known, repeated);
        Set<Long> corrected = other.isEmpty() ? Set.of() : arrivals.correct(runId, other);
        var changed = without(other, corrected);
        note(runId, known, corrected, changed);
        count(runId, chunk.lines(), added, corrected);
        var taken = Stream.concat(added.stream(), corrected.stream()).collect(Collectors.toSet());
        faults.add(
                runId,
                FaultTable.UNREADABLE,
                chunk.faults().stream()
                        .filter(fault -> taken.contains(fault.line()))
                        .toList());
        if (run.status() == RunStatus.READY && added.size() + corrected.size() > 0) {
            runs.update(run.with(run.state().with(RunStatus.DRAFT)));
        }
        long refused = chunk.lines().stream()
                .filter(line -> line.content() == null && added.contains(line.line()))
                .count();
        return new UploadCounts(
                chunk.lines().get(chunk.lines().size() - 1).line(),
                added.size() - refused,
                corrected.size(),
                repeated.size(),
                changed.size(),
                refused);
    }

    /** Which lines are not what they were. One that comes as it was has not changed after all. */
    private void note(UUID runId, List<Arrived> known, Set<Long> corrected, List<Arrived> changed) {
        faults.remove(runId, numbers(known), FaultTable.CHANGED, FaultTable.CHANGED);
        faults.remove(runId, corrected, 0, Short.MAX_VALUE);
        var conflicts = new ArrayList<RunFault>();
        changed.forEach(line -> conflicts.add(new RunFault(
                line.line(), "line-changed", "", "The line came before with other content, and that stays")));
        faults.add(runId, FaultTable.CHANGED, conflicts);
    }

    private void count(UUID runId, List<Arrived> lines, Set<Long> added, Set<Long> corrected) {
        var changes = lines.stream()
                .filter(line -> added.contains(line.line()) || corrected.contains(line.line()))
                .collect(Collectors.groupingBy(Arrived::stage, Collectors.counting()));
        changes.merge(RunStage.REFUSED, -(long) corrected.size(), Long::sum);
        tally.add(runId, Map.copyOf(changes));
    }

    private static List<Arrived> without(List<Arrived> lines, Set<Long> numbers) {
        return lines.stream().filter(line -> !numbers.contains(line.line())).toList();
    }

    private static Set<Long> numbers(List<Arrived> lines) {
        return lines.stream().map(Arrived::line).collect(Collectors.toSet());
    }
}
