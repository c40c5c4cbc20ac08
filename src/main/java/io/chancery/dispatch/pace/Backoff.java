package io.chancery.dispatch.pace;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a delivery waits for its next attempt: twice as long after each failure, up to a limit, and each a little
 * differently, so that what failed together does not come back together.
 */
public record Backoff(Duration first, Duration longest, RandomGenerator random) {

    private static final double JITTER = 0.2;
    private static final int MOST_DOUBLINGS = 30;

    /** @param failures how many attempts have failed, at least one */
    public Duration after(int failures) {
        long doubled = first.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
        long wait = doubled <= 0 ? longest.toMillis() : Math.min(longest.toMillis(), doubled);
        return jittered(Duration.ofMillis(wait));
    }

    /** About as long. */
    public Duration jittered(Duration wait) {
        double factor = 1 + JITTER * (2 * random.nextDouble() - 1);
        return Duration.ofMillis(Math.round(wait.toMillis() * factor));
    }
}
