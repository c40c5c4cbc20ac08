package io.chancery.dispatch.print.run.desk;

import io.chancery.dispatch.print.run.store.BatchProgress;
import io.chancery.dispatch.print.run.store.BatchTable;
import io.chancery.dispatch.print.run.store.StoredBatch;
import io.chancery.platform.work.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Finds batches by their names, and hands those over once more that are held. */
@ApplicationScoped
class BatchRetry {

    private final BatchTable batches;
    private final BatchProgress progress;
    private final Transactions transactions;
    private final Clock clock;

    BatchRetry(BatchTable batches, BatchProgress progress, Transactions transactions, Clock clock) {
        this.batches = batches;
        this.progress = progress;
        this.transactions = transactions;
        this.clock = clock;
    }

    void retry(int run, String name) {
        var batch = get(run, name);
        if (!transactions.call(() -> progress.released(batch, clock.instant()))) {
            throw PrintRunException.alreadySent();
        }
    }

    StoredBatch get(int run, String name) {
        return batches.find(name).filter(batch -> batch.run() == run).orElseThrow(PrintRunException::unknownBatch);
    }
}
