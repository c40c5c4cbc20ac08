package io.chancery.dispatch.handover;

import io.chancery.dispatch.DeliveryOutcome;
import io.chancery.dispatch.DeliveryOutcome.Accepted;
import io.chancery.dispatch.DeliveryOutcome.Permanent;
import io.chancery.dispatch.DeliveryOutcome.Temporary;
import io.chancery.dispatch.DeliveryOutcome.Uncertain;
import io.chancery.dispatch.handover.Attempt.Phase;
import io.chancery.dispatch.handover.Sample.Sent;
import io.chancery.dispatch.outcome.SettlementPolicy.Maker;
import io.chancery.vocabulary.Rendition;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The threads that call one provider. Whatever its adapter does, each attempt comes out again, completed: one that hangs
 * is given up, and its thread replaced.
 */
final class HandoverPool {

    private static final Logger LOG = Logger.getLogger(HandoverPool.class);
    /** Renditions wait in memory; this bounds them, and lasts the threads for as long as the lane looks for more. */
    private static final int WAITING = 128;

    private static final long POLL_MILLIS = 100;

    private final Outlet outlet;
    private final HandoverRules rules;
    private final Outlets outlets;

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

    HandoverPool(Outlet outlet, HandoverRules rules, Outlets outlets) {
        this.outlet = outlet;
        this.rules = rules;
        this.outlets = outlets;
    }

    void start() {
        for (int i = 0; i < outlet.profile().concurrency(); i++) {
            startThread();
        }
    }

    private void startThread() {
        var thread = new Thread(this::work, "dispatch-" + outlet + "-handover");
        thread.setDaemon(true);
        thread.start();
    }

    /** How many more attempts may wait here. */
    int space() {
        return waiting.remainingCapacity();
    }

    /** Gives an attempt to the threads; there must be space for it. */
    void submit(Attempt attempt) {
        waiting.add(attempt);
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
            outlet.circuit().probeWithdrawn();
        }
        rules.completed().accept(new Completion(attempt, rules.policy().notMade(attempt.delivery())));
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
            if (nanoTime - run.since() > rules.limit().toNanos() && running.remove(run)) {
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
                "Provider %s has not answered for delivery %s within %s and is given up",
                outlet, delivery.deliveryId(), rules.limit());
        DeliveryOutcome outcome = phase == Phase.BEYOND
                ? new Uncertain("no answer within " + rules.limit())
                : new Temporary("no-answer", "no answer within " + rules.limit());
        run.attempt().took(System.nanoTime() - run.since());
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
                if (waiting.size() == WAITING / 2) {
                    rules.hungry().run();
                }
            }
        } catch (InterruptedException e) {
            LOG.debugf("%s was interrupted", Thread.currentThread().getName());
        }
    }

    /** False if the attempt was given up meanwhile; another thread has this one's place then. */
    private boolean take(Attempt attempt) throws InterruptedException {
        if (!isWanted(attempt) || !awaitTurn(attempt)) {
            giveBack(attempt);
            return true;
        }
        var rendition = attempt.rendition();
        if (rendition == null) {
            LOG.errorf("Delivery %s has no rendition in the archive", attempt.deliveryId());
            attempt.end();
            rules.completed().accept(new Completion(attempt, rules.policy().withoutRendition(attempt.delivery())));
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

    private boolean isWanted(Attempt attempt) {
        boolean rests = outlet.isResting() && !attempt.isProbe();
        return !stopping && attempt.lease().isHeld() && !rests;
    }

    /** Waits until the provider may be given another one; false if the attempt is not wanted any more by then. */
    private boolean awaitTurn(Attempt attempt) throws InterruptedException {
        long turn = System.nanoTime() + outlet.turn();
        try {
            for (long left = turn - System.nanoTime(); left > 0; left = turn - System.nanoTime()) {
                if (!isWanted(attempt)) {
                    return false;
                }
                TimeUnit.NANOSECONDS.sleep(Math.min(left, TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS)));
            }
            return true;
        } catch (InterruptedException e) {
            giveBack(attempt);
            throw e;
        }
    }

    private boolean handOver(Attempt attempt, Rendition rendition) {
        DeliveryOutcome answer = null;
        Throwable failure = null;
        long begun = System.nanoTime();
        try {
            answer = outlet.provider().send(attempt.handover(rendition, rules.journal()));
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
            attempt.took(System.nanoTime() - begun);
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
        LOG.errorf("The adapter of %s failed on %s: %s %s", outlet, attempt.deliveryId(), name, place);
        return phase == Phase.BEYOND ? new Uncertain(name) : new Temporary("adapter-failed", name);
    }

    /** From here on a kill does no harm: the journal has the answer. */
    private void note(Attempt attempt, DeliveryOutcome outcome, Phase phase) {
        var delivery = attempt.delivery();
        try {
            if (outcome instanceof Accepted accepted) {
                rules.journal().sent(delivery.deliveryId(), delivery.number(), accepted.reference());
            } else if (phase == Phase.BEYOND && !(outcome instanceof Uncertain)) {
                rules.journal().declined(delivery.deliveryId(), delivery.number());
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "The outcome of delivery %s is not in the journal", delivery.deliveryId());
        }
    }

    private void complete(Attempt attempt, DeliveryOutcome outcome) {
        judge(attempt, outcome);
        var delivery = attempt.delivery();
        var maker = new Maker(outlet.profile().name(), outlets.hasAnother(delivery, outlet));
        rules.completed().accept(new Completion(attempt, rules.policy().settle(delivery, outcome, maker)));
    }

    /** What the outcome says of the provider. */
    private void judge(Attempt attempt, DeliveryOutcome outcome) {
        if (outcome instanceof Accepted || outcome instanceof Permanent) {
            outlet.circuit().succeeded();
            if (rules.confirmed() && outcome instanceof Accepted) {
                var delivery = attempt.delivery();
                outlet.sample()
                        .add(new Sent(
                                delivery.deliveryId(),
                                delivery.number(),
                                rules.clock().instant()));
            }
            return;
        }
        outlet.failures().add(System.nanoTime());
        if (outcome instanceof Temporary temporary && temporary.pause() != null) {
            outlet.circuit().spare(temporary.pause());
        } else if (outlet.circuit().failed()) {
            LOG.warnf("Provider %s rests: it has failed too often in a row", outlet);
        }
    }
}
