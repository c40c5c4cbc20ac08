package io.chancery.dispatch.print.run.response;

import io.chancery.dispatch.print.printer.IppTarget;
import io.chancery.dispatch.print.printer.PrintJob;
import io.chancery.dispatch.print.printer.PrintTarget;
import io.chancery.dispatch.print.printer.TargetException;
import io.chancery.dispatch.print.run.store.BatchProgress;
import io.chancery.dispatch.print.run.store.BatchTable;
import io.chancery.dispatch.print.run.store.StoredBatch;
import io.chancery.platform.work.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Which batches the printer has for certain. */
@ApplicationScoped
public class Acknowledgements {

    private static final Logger LOG = Logger.getLogger(Acknowledgements.class);
    private static final String ZIP = ".zip";

    private final BatchTable batches;
    private final BatchProgress progress;
    private final PrintTarget target;
    private final Transactions transactions;
    private final Clock clock;

    Acknowledgements(
            BatchTable batches, BatchProgress progress, PrintTarget target, Transactions transactions, Clock clock) {
        this.batches = batches;
        this.progress = progress;
        this.target = target;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The printer says that it has a file.
     *
     * @return whether it is one of ours
     */
    boolean acknowledge(String file) {
        var name = file.endsWith(ZIP) ? file.substring(0, file.length() - ZIP.length()) : file;
        var known = batches.find(name);
        known.ifPresent(batch -> transactions.run(() -> progress.acknowledged(batch, clock.instant())));
        return known.isPresent();
    }

    /** An office printer leaves no files, but says how far it is when it is asked. */
    public void ask() {
        if (target instanceof IppTarget printer) {
            batches.listSent().forEach(batch -> ask(printer, batch));
        }
    }

    private void ask(IppTarget printer, StoredBatch batch) {
        try {
            var job = printer.job(Objects.requireNonNullElse(batch.progress().reference(), "0"));
            if (job == PrintJob.COMPLETED) {
                transactions.run(() -> progress.acknowledged(batch, clock.instant()));
            } else if (job == PrintJob.ABORTED) {
                LOG.warnf("Batch %s was given up by the printer and is held", batch.name());
                transactions.run(() -> progress.held(batch, "The printer has given the job up"));
            }
        } catch (TargetException unreachable) {
            LOG.debugf("Batch %s cannot be asked for. %s", batch.name(), unreachable.getMessage());
        }
    }
}
