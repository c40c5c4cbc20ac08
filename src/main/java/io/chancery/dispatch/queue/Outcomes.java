package io.chancery.dispatch.queue;

import io.chancery.dispatch.handover.Completion;
import io.chancery.platform.work.ShardLostException;
import io.chancery.platform.work.Transactions;
import io.chancery.vocabulary.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Collects the outcomes of a lane and records them in batches. An outcome that cannot be recorded, because a listener
 * refuses it, is set aside and tried again by itself, so that it holds up no other. Flushed by one thread.
 */
final class Outcomes {

    private static final Logger LOG = Logger.getLogger(Outcomes.class);
    private static final Duration PARKED_FOR = Duration.ofSeconds(10);

    private final Channel channel;
    private final AttemptClosing closing;
    private final Transactions transactions;
    private final DispatchConfig config;
    private final Clock clock;
    private final Ledger ledger;

    private final BlockingQueue<Completion> arriving = new LinkedBlockingQueue<>();
    private final List<Completion> batch = new ArrayList<>();
    private final List<Completion> parked = new ArrayList<>();
    private Instant parkedUntil = Instant.MIN;

    /** What the lane knows of its attempts. */
    interface Ledger {
        /** How many attempts are open. */
        int open();

        /** These are on record; they may come twice. */
        void settled(List<Completion> completions);

        /** These are no longer ours to record. */
        void lost(List<Completion> completions);
    }

    Outcomes(
            Channel channel,
            AttemptClosing closing,
            Transactions transactions,
            DispatchConfig config,
            Clock clock,
            Ledger ledger) {
        this.channel = channel;
        this.closing = closing;
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
        this.ledger = ledger;
    }

    void add(Completion completion) {
        arriving.add(completion);
    }

    /** Records what has arrived, and says whether there was anything. */
    boolean flush() throws InterruptedException {
        if (!parked.isEmpty() && !clock.instant().isBefore(parkedUntil)) {
            batch.addAll(parked);
            parked.clear();
        }
        collect();
        if (batch.isEmpty()) {
            return false;
        }
        record(List.copyOf(batch));
        batch.clear();
        return true;
    }

    /** Waits a moment for more, if more can come. */
    private void collect() throws InterruptedException {
        arriving.drainTo(batch, Math.max(0, config.batchSize() - batch.size()));
        long deadline = System.nanoTime() + config.flushAfter().toNanos();
        long left = deadline - System.nanoTime();
        while (!batch.isEmpty() && batch.size() < config.batchSize() && ledger.open() > batch.size() && left > 0) {
            var next = arriving.poll(left, TimeUnit.NANOSECONDS);
            if (next != null) {
                batch.add(next);
                arriving.drainTo(batch, config.batchSize() - batch.size());
            }
            left = deadline - System.nanoTime();
        }
    }

    private void record(List<Completion> completions) {
        try {
            closing.record(channel, completions, clock.instant());
            ledger.settled(completions);
        } catch (ShardLostException e) {
            recordWithout(e, completions);
        } catch (RuntimeException e) {
            isolate(completions, e);
        }
    }

    private void recordWithout(ShardLostException loss, List<Completion> completions) {
        var lost = completions.stream()
                .filter(completion -> loss.lost().contains(completion.attempt().lease()))
                .toList();
        LOG.warnf("%d outcomes on channel %s are not ours to record: %s", lost.size(), channel, loss.getMessage());
        ledger.lost(lost);
        var ours = completions.stream()
                .filter(completion -> !loss.lost().contains(completion.attempt().lease()))
                .toList();
        if (!ours.isEmpty()) {
            record(ours);
        }
    }

    /** Halves the batch until what cannot be recorded stands alone. A database that does not answer is nobody's fault. */
    private void isolate(List<Completion> completions, RuntimeException failure) {
        if (!transactions.arePossible()) {
            throw failure;
        }
        if (completions.size() > 1) {
            int half = completions.size() / 2;
            record(completions.subList(0, half));
            record(completions.subList(half, completions.size()));
            return;
        }
        var id = completions.get(0).attempt().deliveryId();
        LOG.errorf(failure, "The outcome of delivery %s cannot be recorded and will be tried again", id);
        parked.addAll(completions);
        parkedUntil = clock.instant().plus(PARKED_FOR);
    }
}
