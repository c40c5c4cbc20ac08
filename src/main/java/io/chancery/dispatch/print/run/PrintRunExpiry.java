package io.chancery.dispatch.print.run;

import io.chancery.dispatch.print.run.store.FaultTable;
import io.chancery.dispatch.print.run.store.RunBook;
import io.chancery.platform.work.Transactions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Forgets who was in an envelope, when nobody will ask any longer. What counts only stays. */
@ApplicationScoped
class PrintRunExpiry {

    private final RunBook book;
    private final FaultTable faults;
    private final Transactions transactions;
    private final PrintRunSettings settings;
    private final Clock clock;

    PrintRunExpiry(RunBook book, FaultTable faults, Transactions transactions, PrintRunSettings settings, Clock clock) {
        this.book = book;
        this.faults = faults;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        var limit = clock.instant().minus(settings.kept());
        for (var run : transactions.call(() -> book.complete(limit))) {
            transactions.run(() -> book.wipe(run, limit, clock.instant()));
        }
        transactions.run(() -> faults.deleteOlderThan(limit));
    }
}
