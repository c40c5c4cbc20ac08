package io.chancery.dispatch.queue;

import io.chancery.dispatch.ChannelAdapter;
import io.chancery.dispatch.DeliveryOutcome;
import io.chancery.dispatch.DeliveryOutcome.Accepted;
import io.chancery.dispatch.DeliveryOutcome.Permanent;
import io.chancery.dispatch.DeliveryOutcome.Temporary;
import io.chancery.dispatch.DeliveryOutcome.Uncertain;
import io.chancery.dispatch.journal.Journal;
import io.chancery.dispatch.outcome.SettlementPolicy;
import io.chancery.dispatch.pace.Circuit;
import io.chancery.dispatch.queue.Attempt.Phase;
import io.chancery.vocabulary.Rendition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The threads that call one adapter. Whatever the adapter does, each attempt comes out again, completed: one that hangs
 * is given up, and its thread replaced.
 */
final class HandoverPool {

    private static final Logger LOG = Logger.getLogger(HandoverPool.class);
    /** Renditions wait in memory; this bounds them. */
    private static final int WAITING = 64;

    private static final long POLL_MILLIS = 100;

    private final ChannelAdapter adapter;
    private final Journal journal;
    private final SettlementPolicy policy;
    private final Circuit circuit;
    private final Duration limit;
    private final Consumer<Completion> completed;

    private final BlockingQueue<Attempt> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Set<Running> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    /** The hand-over must not be made: the shard was lost, or it has been given up. Adapters let it pass. */
    static final class StoppedException extends RuntimeException {

        StoppedException(UUID deliveryId) {
            super("The hand-over of delivery " + deliveryId + " was stopped before the provider could accept it");
        }
    }

    private record Running(Attempt attempt, Thread thread, long since) {}

    HandoverPool(
            ChannelAdapter adapter,
            Journal journal,
            SettlementPolicy policy,
            Circuit circuit,
            Duration limit,
            Consumer<Completion> completed) {
        this.adapter = adapter;
        this.journal = journal;
        this.policy = policy;
        this.circuit = circuit;
        this.limit = limit;
        this.completed = completed;
    }

    void start() {
        for (int i = 0; i < adapter.concurrency(); i++) {
            startThread();
        }
    }

    private void startThread() {
        var thread = new Thread(this::work, "dispatch-" + adapter.channel() + "-handover");
        thread.setDaemon(true);
        thread.start();
    }

    /** Gives an attempt to the threads; waits while they have enough. */
    void submit(Attempt attempt) throws InterruptedException {
        while (!waiting.offer(attempt, POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            if (stopping) {
                giveBack(attempt);
                return;
            }
        }
    }

    /** When nothing more is submitted: the threads may have stopped with something left. */
    void giveBackWaiting() {
        var left = new ArrayList<Attempt>();
        waiting.drainTo(left);
        left.forEach(this::giveBack);
    }

    /** Completes an attempt without having made it. */
    void giveBack(Attempt attempt) {
        attempt.end();
        attempt.unload();
        if (attempt.isProbe()) {
            circuit.probeWithdrawn();
        }
        completed.accept(new Completion(attempt, policy.notMade(attempt.delivery())));
    }

    /** Begins nothing more: what waits is given back, what runs runs to its end. */
    void stop() {
        stopping = true;
    }

    /** Whether hand-overs still run. */
    boolean isBusy() {
        return !running.isEmpty();
    }

    /** Gives up the hand-overs that have run for too long. */
    void guard(long nanoTime) {
        for (var run : running) {
            if (nanoTime - run.since() > limit.toNanos() && running.remove(run)) {
                giveUp(run);
            }
        }
    }

    private void giveUp(Running run) {
        var delivery = run.attempt().delivery();
        var phase = run.attempt().end();
        if (phase == Phase.ENDED) {
            return;
        }
        LOG.errorf(
                "The adapter for %s has not answered for delivery %s within %s and is given up",
                adapter.channel(), delivery.deliveryId(), limit);
        DeliveryOutcome outcome = phase == Phase.BEYOND
                ? new Uncertain("no answer within " + limit)
                : new Temporary("no-answer", "no answer within " + limit);
        complete(run.attempt(), outcome);
        startThread();
        run.thread().interrupt();
    }

    private void work() {
        try {
            boolean replaced = false;
            while (!replaced && !(stopping && waiting.isEmpty())) {
                var attempt = waiting.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                replaced = attempt != null && !take(attempt);
            }
        } catch (InterruptedException e) {
            LOG.debugf("%s was interrupted", Thread.currentThread().getName());
        }
    }

    /** False if the attempt was given up meanwhile; another thread has this one's place then. */
    private boolean take(Attempt attempt) {
        if (stopping || !attempt.lease().isHeld() || (circuit.isResting() && !attempt.isProbe())) {
            giveBack(attempt);
            return true;
        }
        var rendition = attempt.rendition();
        if (rendition == null) {
            LOG.errorf("Delivery %s has no rendition in the archive", attempt.deliveryId());
            attempt.end();
            completed.accept(new Completion(attempt, policy.withoutRendition(attempt.delivery())));
            return true;
        }
        var run = new Running(attempt, Thread.currentThread(), System.nanoTime());
        running.add(run);
        try {
            return handOver(attempt, rendition);
        } finally {
            attempt.unload();
            running.remove(run);
        }
    }

    private boolean handOver(Attempt attempt, Rendition rendition) {
        DeliveryOutcome answer = null;
        Throwable failure = null;
        try {
            answer = adapter.send(attempt.handover(rendition, journal));
        } catch (Throwable e) {
            failure = e;
        }
        var phase = attempt.end();
        if (phase == Phase.ENDED) {
            return false;
        }
        if (failure instanceof StoppedException) {
            giveBack(attempt);
        } else {
            var outcome = answer != null ? answer : broken(attempt, failure, phase);
            note(attempt, outcome, phase);
            complete(attempt, outcome);
        }
        return true;
    }

    /** An adapter that throws is an adapter with a bug; its messages may quote an address, so they are not logged. */
    private DeliveryOutcome broken(Attempt attempt, @Nullable Throwable failure, Phase phase) {
        var name = failure == null ? "no outcome" : failure.getClass().getName();
        var place = failure == null || failure.getStackTrace().length == 0 ? "" : failure.getStackTrace()[0];
        LOG.errorf("The adapter for %s failed on %s: %s %s", adapter.channel(), attempt.deliveryId(), name, place);
        return phase == Phase.BEYOND ? new Uncertain(name) : new Temporary("adapter-failed", name);
    }

    /** From here on a kill does no harm: the journal has the answer. */
    private void note(Attempt attempt, DeliveryOutcome outcome, Phase phase) {
        var delivery = attempt.delivery();
        try {
            if (outcome instanceof Accepted accepted) {
                journal.sent(delivery.deliveryId(), delivery.number(), accepted.reference());
            } else if (phase == Phase.BEYOND && !(outcome instanceof Uncertain)) {
                journal.declined(delivery.deliveryId(), delivery.number());
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "The outcome of delivery %s is not in the journal", delivery.deliveryId());
        }
    }

    private void complete(Attempt attempt, DeliveryOutcome outcome) {
        if (outcome instanceof Accepted || outcome instanceof Permanent) {
            circuit.succeeded();
        } else if (circuit.failed()) {
            LOG.warnf("Channel %s rests: its provider has failed too often in a row", adapter.channel());
        }
        completed.accept(new Completion(attempt, policy.settle(attempt.delivery(), outcome)));
    }
}
