package io.chancery.dispatch.print.run.store;

import io.chancery.dispatch.print.piece.Batch;
import io.chancery.dispatch.print.piece.Group;
import io.chancery.dispatch.print.run.store.RunTable.PrintRun;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Puts whole print runs on record and takes them off again, in the caller's transaction. */
@ApplicationScoped
public class RunBook {

    private final RunTable runs;
    private final PieceTable pieces;
    private final LetterTable letters;
    private final BatchTable batches;

    RunBook(RunTable runs, PieceTable pieces, LetterTable letters, BatchTable batches) {
        this.runs = runs;
        this.pieces = pieces;
        this.letters = letters;
        this.batches = batches;
    }

    public int nextNumber() {
        return runs.nextNumber();
    }

    /** Records a print run with all that is in it. */
    public void record(PrintRun run, List<Group> groups, List<Batch> files) {
        runs.insert(run);
        pieces.insert(groups, run.createdAt());
        letters.assign(run.number(), groups);
        batches.insert(files, run.createdAt());
    }

    /** A print run, to which nobody else adds batches until the end of the caller's transaction. */
    public Optional<PrintRun> lock(int run) {
        runs.lock(run);
        return runs.find(run);
    }

    /**
     * Records batches of pieces that have been in others.
     *
     * @param notBefore of which times the printer's answers count
     */
    public void reprint(List<Batch> files, Instant at, Instant notBefore) {
        batches.insert(files, at);
        files.forEach(file -> pieces.reopen(
                file.run(),
                file.pieces().stream().map(piece -> piece.id().sequence()).toList(),
                at,
                notBefore));
    }

    /** Print runs of which everything has been said, the last of it before a moment. */
    public List<Integer> complete(Instant before) {
        return runs.complete(before);
    }

    /** Deletes what a print run has of people, unless it is no longer complete. */
    public void wipe(int run, Instant before, Instant at) {
        runs.lock(run);
        if (runs.complete(before).contains(run)) {
            letters.delete(run);
            pieces.delete(run);
            runs.wiped(run, at);
        }
    }
}
