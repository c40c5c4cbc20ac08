package io.chancery.dispatch.print.run;

import io.chancery.archive.Archive;
import io.chancery.dispatch.print.printer.Consignment;
import io.chancery.dispatch.print.printer.IppTarget;
import io.chancery.dispatch.print.printer.PrintTarget;
import io.chancery.dispatch.print.printer.TargetException;
import io.chancery.dispatch.print.run.store.BatchProgress;
import io.chancery.dispatch.print.run.store.BatchTable;
import io.chancery.dispatch.print.run.store.StoredBatch;
import io.chancery.platform.digest.Sha256;
import io.chancery.platform.work.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Makes batches and takes them to the printer, one at a time. Wherever it is interrupted, the next attempt makes the same
 * file under the same name, and the printer's side has it once.
 */
@ApplicationScoped
class BatchSending {

    private static final Logger LOG = Logger.getLogger(BatchSending.class);

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int DOUBLINGS = 6;

    private final BatchTable batches;
    private final BatchProgress progress;
    private final BatchMaking making;
    private final PrintTarget target;
    private final Transactions transactions;
    private final Clock clock;

    BatchSending(
            BatchTable batches,
            BatchProgress progress,
            BatchMaking making,
            PrintTarget target,
            Transactions transactions,
            Clock clock) {
        this.batches = batches;
        this.progress = progress;
        this.making = making;
        this.target = target;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Sees to the next batch that is due, and says whether there was one. */
    boolean step() {
        var due = batches.findDue(clock.instant());
        due.ifPresent(this::send);
        return due.isPresent();
    }

    private void send(StoredBatch batch) {
        try (var folder = making.folder()) {
            if (making.make(batch, folder)) {
                deliver(batch, folder);
            } else {
                transactions.run(() -> progress.empty(batch));
            }
        } catch (TargetException failed) {
            settle(batch, failed);
        } catch (IOException disk) {
            defer(batch, "The file could not be made: " + disk.getClass().getSimpleName());
        } catch (RuntimeException fault) {
            if (fault instanceof Archive.UnavailableException || !transactions.arePossible()) {
                throw fault;
            }
            // A fault of ours in one batch must not keep the others waiting.
            LOG.errorf(fault, "Batch %s cannot be made and is held", batch.name());
            hold(batch, "The file could not be made: " + fault.getClass().getSimpleName());
        }
    }

    private void deliver(StoredBatch batch, BatchFolder folder) throws IOException {
        var file = forTarget(folder);
        var sha256 = Sha256.of(file);
        long bytes = Files.size(file);
        transactions.run(() -> progress.made(batch, sha256, bytes));
        var name = target instanceof IppTarget ? batch.name() : batch.name() + ".zip";
        var reference = target.deliver(new Consignment(name, file, batch.kind().duplex()));
        transactions.run(() -> progress.sent(batch, reference, clock.instant()));
        LOG.infof("Batch %s is with the printer: %d pieces, %d bytes", batch.name(), batch.pieces(), bytes);
    }

    /** An office printer prints the PDF; everybody else wants to know what is in it. */
    private Path forTarget(BatchFolder folder) {
        return target instanceof IppTarget ? folder.pdf() : folder.zip();
    }

    private void settle(StoredBatch batch, TargetException failed) {
        var problem = String.valueOf(failed.getMessage());
        if (failed.kind() == TargetException.Kind.TEMPORARY) {
            defer(batch, problem);
        } else {
            LOG.warnf("Batch %s is held. %s", batch.name(), problem);
            hold(batch, problem);
        }
    }

    private void hold(StoredBatch batch, String problem) {
        transactions.run(() -> progress.held(batch, problem));
    }

    private void defer(StoredBatch batch, String problem) {
        int failures = Math.min(batch.progress().attempts(), DOUBLINGS);
        var pause = FIRST_PAUSE.multipliedBy(1L << failures);
        var next = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        LOG.warnf("Batch %s did not come to the printer and is tried again at %s. %s", batch.name(), next, problem);
        transactions.run(() -> progress.deferred(batch, problem, next));
    }
}
