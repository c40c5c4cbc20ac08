package io.chancery.archive.search;

import io.chancery.platform.work.Transactions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Reads the words of what was archived, in the order in which it was written. It takes its time from the machine that sends:
 * while that goes on only a share of it, and the rest when there is nothing else to do.
 */
@ApplicationScoped
class TextJob {

    private static final Duration TURN = Duration.ofMillis(900);

    private final TextTable table;
    private final Reading reading;
    private final Transactions transactions;
    private final SearchConfig config;
    private String newest = "";

    TextJob(TextTable table, Reading reading, Transactions transactions, SearchConfig config) {
        this.table = table;
        this.reading = reading;
        this.transactions = transactions;
        this.config = config;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        long end = System.nanoTime() + (grows() ? config.share() : TURN).toNanos();
        boolean more = true;
        while (more && System.nanoTime() - end < 0) {
            more = transactions.call(this::batch);
        }
    }

    /** Whether anything was archived since it was asked last. */
    private boolean grows() {
        var now = table.newest().orElse("");
        boolean grows = !now.equals(newest);
        newest = now;
        return grows;
    }

    /** Whether there is more. */
    boolean batch() {
        var reached = table.lockReached();
        if (reached.isEmpty()) {
            return false;
        }
        var places = table.next(reached.get(), config.batchSize());
        if (places.isEmpty()) {
            return false;
        }
        table.insert(
                reading.read(places.stream().map(TextTable.Place::deliveryId).toList()));
        table.reach(places.get(places.size() - 1));
        return places.size() == config.batchSize();
    }
}
