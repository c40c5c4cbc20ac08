package io.chancery.dispatch.pace;

import java.util.ArrayDeque;
import java.util.Deque;

/** The failures of a provider, not more than it takes to see that there are too many. */
public final class Failures {

    private static final int MOST = 1_000;

    private final Deque<Long> times = new ArrayDeque<>();

    public synchronized void add(long nanoTime) {
        if (times.size() == MOST) {
            times.remove();
        }
        times.add(nanoTime);
    }

    /** How many there were since a time. */
    public synchronized int since(long nanoTime) {
        return (int) times.stream().filter(time -> time - nanoTime >= 0).count();
    }

    /** What there was has had its effect. */
    public synchronized void forget() {
        times.clear();
    }
}
