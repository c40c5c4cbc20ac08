package io.chancery.platform.work;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A thread that takes one step after the other until a step finds nothing to do; then it waits until it is woken, or for
 * its interval. A step that throws is tried again after a pause; it is logged once, not once a second, and never ends
 * the loop.
 */
public final class WorkLoop implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(WorkLoop.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Set<WorkLoop> RUNNING = ConcurrentHashMap.newKeySet();

    /** One piece of work, small enough to wait for at shutdown. */
    @FunctionalInterface
    public interface Step {
        /** Does it, and says whether there was anything to do. */
        boolean run() throws Exception;
    }

    private final String name;
    private final Duration interval;
    private final Step step;
    private final Thread thread;
    private final Semaphore wake = new Semaphore(0);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean patient;
    private volatile boolean inStep;
    /** When the last step began. */
    private volatile long stepSince;

    private int failures;

    private WorkLoop(String name, Duration interval, Step step) {
        this.name = name;
        this.interval = interval;
        this.step = step;
        this.thread = new Thread(this::work, name);
        this.thread.setDaemon(true);
    }

    /** Starts a loop that the signal wakes for this kind of work, and that looks for itself once a second. */
    public static WorkLoop start(String name, WorkSignal signal, String kind, Step step) {
        var loop = start(name, INTERVAL, step);
        signal.wakes(loop, kind);
        return loop;
    }

    /** Starts a loop that nothing but {@link #wake()} and the interval wake. */
    public static WorkLoop start(String name, Duration interval, Step step) {
        var loop = new WorkLoop(name, interval, step);
        loop.thread.start();
        RUNNING.add(loop);
        return loop;
    }

    /** The loops of this process that nobody has stopped. */
    public static List<WorkLoop> running() {
        return List.copyOf(RUNNING);
    }

    /** For a loop whose steps may take however long they do, and never count as stuck. */
    public WorkLoop withLongSteps() {
        patient = true;
        return this;
    }

    public String name() {
        return name;
    }

    /** Whether it will do nothing more although nobody has stopped it. */
    public boolean isDead() {
        return !isStopped() && !thread.isAlive();
    }

    /** Whether it has been in one step for longer. */
    public boolean isStuck(Duration limit) {
        return !patient && inStep && System.nanoTime() - stepSince > limit.toNanos();
    }

    /** Says that there may be something to do. */
    public void wake() {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
    }

    boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Stops after the step that runs now. */
    @Override
    public void close() {
        RUNNING.remove(this);
        stopped.countDown();
        wake.release();
        try {
            thread.join(STOP_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warnf("%s did not stop in %d s and is interrupted", name, STOP_LIMIT.toSeconds());
            thread.interrupt();
        }
    }

    private void work() {
        try {
            while (!isStopped()) {
                wake.drainPermits();
                if (!takeStep() && !isStopped()) {
                    wake.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            LOG.debugf("%s was interrupted", name);
        }
    }

    private boolean takeStep() throws InterruptedException {
        try {
            boolean done = runStep();
            if (failures > 0) {
                LOG.infof("%s works again after %d failed steps", name, failures);
                failures = 0;
            }
            return done;
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            pauseAfter(e);
            return true;
        }
    }

    private boolean runStep() throws Exception {
        stepSince = System.nanoTime();
        inStep = true;
        try {
            return step.run();
        } finally {
            inStep = false;
        }
    }

    private void pauseAfter(Throwable failure) throws InterruptedException {
        if (failures++ == 0) {
            LOG.errorf(failure, "A step of %s failed and will be tried again", name);
        }
        long pause = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(failures - 1, 10));
        if (stopped.await(pause, TimeUnit.MILLISECONDS)) {
            LOG.debugf("%s stops with its last step failed", name);
        }
    }
}
