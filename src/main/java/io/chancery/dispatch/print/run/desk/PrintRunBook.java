package io.chancery.dispatch.print.run.desk;

import io.chancery.dispatch.PrintRuns.Batch;
import io.chancery.dispatch.PrintRuns.Pieces;
import io.chancery.dispatch.PrintRuns.Progress;
import io.chancery.dispatch.PrintRuns.View;
import io.chancery.dispatch.print.piece.PieceId;
import io.chancery.dispatch.print.run.response.Reconciliation;
import io.chancery.dispatch.print.run.store.BatchTable;
import io.chancery.dispatch.print.run.store.PieceCounts;
import io.chancery.dispatch.print.run.store.RunTable;
import io.chancery.dispatch.print.run.store.RunTable.PrintRun;
import io.chancery.dispatch.print.run.store.StoredBatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The print runs on record. */
@ApplicationScoped
class PrintRunBook {

    /** More than that is a matter of the printer's, and not of pieces. */
    private static final int OPEN_SHOWN = 200;

    private final RunTable runs;
    private final BatchTable batches;
    private final PieceCounts counts;
    private final Reconciliation reconciliation;

    PrintRunBook(RunTable runs, BatchTable batches, PieceCounts counts, Reconciliation reconciliation) {
        this.runs = runs;
        this.batches = batches;
        this.counts = counts;
        this.reconciliation = reconciliation;
    }

    /** Newest first. */
    @Transactional
    List<View> list(long before, int limit) {
        var overdue = reconciliation.overdue();
        return runs.list(before, limit).stream()
                .map(run -> view(
                        run,
                        new Pieces(
                                run.pieces(),
                                counts.byState(run.number()),
                                overdue.getOrDefault(run.number(), 0),
                                null),
                        null))
                .toList();
    }

    /** @throws PrintRunException if there is none */
    @Transactional
    View get(int number) {
        var run = runs.find(number).orElseThrow(PrintRunException::unknown);
        var open = counts.list(number, "open", OPEN_SHOWN).stream()
                .map(PieceId::text)
                .toList();
        var pieces = new Pieces(
                run.pieces(), counts.byState(number), reconciliation.overdue().getOrDefault(number, 0), open);
        return view(
                run,
                pieces,
                batches.list(number).stream().map(PrintRunBook::batch).toList());
    }

    private static View view(PrintRun run, Pieces pieces, @Nullable List<Batch> batches) {
        return new View(run.number(), run.cutOff(), run.createdAt(), run.letters(), pieces, run.wiped(), batches);
    }

    private static Batch batch(StoredBatch batch) {
        var progress = batch.progress();
        return new Batch(
                batch.name(),
                batch.reprint(),
                batch.pieces(),
                batch.kind().code(),
                batch.state().code(),
                new Progress(
                        progress.attempts(),
                        progress.problem(),
                        progress.sha256(),
                        progress.bytes(),
                        progress.reference(),
                        progress.sentAt(),
                        progress.acknowledgedAt()));
    }
}
