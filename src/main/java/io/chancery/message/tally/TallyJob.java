package io.chancery.message.tally;

import io.chancery.message.Volumes;
import io.chancery.platform.work.Transactions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Counts on, one node at a time, and gives the database a rest after each second. */
@ApplicationScoped
class TallyJob implements Volumes {

    private static final long TURN = Duration.ofSeconds(1).toNanos();

    private final TallyTable table;
    private final Transactions transactions;
    private final TallyConfig config;
    private final Clock clock;

    TallyJob(TallyTable table, Transactions transactions, TallyConfig config, Clock clock) {
        this.table = table;
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        long begin = System.nanoTime();
        boolean more = true;
        while (more && System.nanoTime() - begin < TURN) {
            more = transactions.call(this::batch);
        }
    }

    /** Whether there is more. */
    boolean batch() {
        var reached = table.lockReached();
        if (reached.isEmpty()) {
            return false;
        }
        var counted = table.count(reached.get(), config.batchSize(), config.timeZone());
        counted.ifPresent(one -> table.reach(one.last()));
        return counted.isPresent() && counted.get().events() == config.batchSize();
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        transactions.run(() -> table.deleteHoursBefore(clock.instant().minus(config.hoursKept())));
    }

    @Override
    public List<Tally> since(Instant time, Grain grain) {
        return transactions.call(() -> table.since(time, grain));
    }
}
