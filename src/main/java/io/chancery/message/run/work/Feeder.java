package io.chancery.message.run.work;

import io.chancery.message.intake.RunIntake;
import io.chancery.message.run.store.RunTable;
import io.chancery.platform.work.Priority;
import io.chancery.platform.work.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Makes as many messages of runs as there is room for. Used by one thread. */
@ApplicationScoped
class Feeder {

    private static final Logger LOG = Logger.getLogger(Feeder.class);

    /** A line that fails so often by itself is at fault, and not what it met. */
    private static final int TRIES = 4;

    private final Feeding feeding;
    private final RunTable runs;
    private final RunQueue queue;
    private final Transactions transactions;
    private final int batchSize;

    /** For so many lines each goes by itself, because one of them has failed. */
    private int alone;

    private long stumbledAt;
    private int failures;

    Feeder(Feeding feeding, RunTable runs, RunQueue queue, Transactions transactions, RunConfig config) {
        this.feeding = feeding;
        this.runs = runs;
        this.queue = queue;
        this.transactions = transactions;
        this.batchSize = config.batchSize();
    }

    /** Makes some, and says whether there may be more. */
    boolean step() {
        boolean fed = false;
        for (var priority : runs.priorities()) {
            fed |= fill(priority, queue.room(priority));
        }
        return fed;
    }

    private boolean fill(Priority priority, int room) {
        boolean fed = false;
        boolean more = true;
        for (int left = room; left > 0 && more; ) {
            int limit = Math.min(alone > 0 ? 1 : batchSize, left);
            more = feed(priority, limit);
            fed |= more;
            left -= limit;
        }
        return fed;
    }

    private boolean feed(Priority priority, int limit) {
        try {
            boolean fed = transactions.call(() -> feeding.next(priority, limit));
            alone = Math.max(0, alone - 1);
            return fed;
        } catch (StumbleException e) {
            alone = batchSize;
            if (!isAtFault(e, limit)) {
                throw e;
            }
            var reference = UUID.randomUUID();
            LOG.errorf(e, "Line %d of run %s is refused, %s", e.line(), e.runId(), reference);
            transactions.run(() -> feeding.refuse(e.runId(), e.line(), RunIntake.internalError(reference)));
            return true;
        }
    }

    /** What fails while the database is away says nothing about the line. */
    private boolean isAtFault(StumbleException failure, int limit) {
        boolean again = limit == 1 && failure.line() == stumbledAt;
        stumbledAt = failure.line();
        if (!transactions.arePossible()) {
            failures = 0;
            return false;
        }
        failures = again ? failures + 1 : 1;
        return failures >= TRIES;
    }
}
