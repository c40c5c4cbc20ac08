package io.chancery.dispatch.handover;

import io.chancery.dispatch.Provider;
import io.chancery.dispatch.ProviderEndpoint;
import io.chancery.dispatch.ProviderProfile;
import io.chancery.dispatch.outcome.ReadyDelivery;
import io.chancery.dispatch.pace.Circuit;
import io.chancery.dispatch.pace.Failures;
import io.chancery.dispatch.pace.Pace;
import io.chancery.dispatch.pace.Window;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One provider of a lane: how much it is given at once, when it rests, and the threads that wait for its answers. */
public final class Outlet {

    private final Provider provider;
    private final Circuit circuit;
    private final Window window;
    private final @Nullable Pace pace;
    private final HandoverPool pool;
    private final AtomicInteger open = new AtomicInteger();
    private final Failures failures = new Failures();
    private final Sample sample = new Sample();
    private volatile int points;

    /** Begun, but without their renditions yet; used by the feeding thread alone. */
    private final Deque<Attempt> unloaded = new ArrayDeque<>();

    Outlet(Provider provider, HandoverRules rules, Outlets outlets) {
        this.provider = provider;
        this.circuit = rules.newCircuit();
        this.window = new Window(profile().concurrency(), System.nanoTime());
        this.pace = profile().perSecond().isPresent()
                ? new Pace(profile().perSecond().getAsDouble(), System.nanoTime())
                : null;
        this.pool = new HandoverPool(this, rules, outlets);
        this.points = profile().weight();
    }

    public ProviderProfile profile() {
        return provider.profile();
    }

    /** Where it is, for people. */
    public ProviderEndpoint endpoint() {
        return provider.endpoint();
    }

    Provider provider() {
        return provider;
    }

    Circuit circuit() {
        return circuit;
    }

    /** The part of the deliveries that it gets now, beside the others' points; at most its weight. */
    public int points() {
        return points;
    }

    public void give(int newPoints) {
        points = newPoints;
    }

    /** The attempts that it could not take, or that nobody knows the result of. */
    public Failures failures() {
        return failures;
    }

    /** What it has accepted lately, if it confirms what has arrived. */
    public Sample sample() {
        return sample;
    }

    /** Whether it rests because it has failed too often. */
    public boolean isResting() {
        return circuit.isResting();
    }

    /** The rest that it takes now. */
    public Optional<Circuit.Rest> rest() {
        return circuit.rest();
    }

    /** How many attempts are on record as open. */
    public int open() {
        return open.get();
    }

    /** How many more may be begun now; one, as a probe, if it has rested long enough. */
    int room() {
        return circuit.allow(window.room(open.get()));
    }

    /** This node's part of what the provider takes a second. */
    void take(double part) {
        if (pace != null) {
            pace.change(Math.max(part, 1e-3) * profile().perSecond().orElseThrow());
        }
    }

    /** How long to wait before the next hand-over, in nanoseconds. */
    long turn() {
        return pace == null ? 0 : pace.take(System.nanoTime());
    }

    /** Whether it can be asked to take this delivery now. */
    boolean isOpenTo(ReadyDelivery delivery) {
        return !isResting() && !delivery.route().tried().contains(profile().name());
    }

    /** Takes an attempt that is on record. */
    public void begun(Attempt attempt) {
        if (open.getAndIncrement() == 0) {
            window.begun(System.nanoTime());
        }
        if (attempt.isProbe()) {
            circuit.probe();
        }
        unloaded.add(attempt);
    }

    /** The outcomes of so many attempts are on record. */
    public void ended(int count) {
        open.addAndGet(-count);
        window.ended(count, System.nanoTime());
    }

    /** The next attempts that want their renditions, as many as there is room for in memory. */
    public List<Attempt> nextToLoad() {
        return unloaded.stream().limit(pool.space()).toList();
    }

    /** Hands the first of {@link #nextToLoad} over as soon as a thread is free. */
    public void submit(Attempt attempt) {
        unloaded.remove(attempt);
        pool.submit(attempt);
    }

    void start() {
        pool.start();
    }

    void stop() {
        pool.stop();
    }

    /** When nothing more is submitted: gives back what has not been begun. */
    void giveBackWaiting() {
        pool.giveBackWaiting();
        unloaded.forEach(pool::giveBack);
        unloaded.clear();
    }

    void guard(long nanoTime) {
        pool.guard(nanoTime);
    }

    @Override
    public String toString() {
        return profile().name();
    }
}
