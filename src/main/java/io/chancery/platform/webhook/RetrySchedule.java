package io.chancery.platform.webhook;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** When a receiver that did not take something is asked again. */
final class RetrySchedule {

    /** Up to a tenth more, so that not everything that failed at the same time comes back at the same time. */
    private static final double JITTER = 0.1;

    private final List<Duration> pauses;
    private final DoubleSupplier chance;

    /** @param chance from 0 to 1 */
    RetrySchedule(List<Duration> pauses, DoubleSupplier chance) {
        this.pauses = List.copyOf(pauses);
        this.chance = chance;
    }

    /**
     * The pause after a failure; empty after the last one.
     *
     * @param attempts how many have been made
     * @param asked by the receiver
     */
    Optional<Duration> after(int attempts, Duration asked) {
        if (attempts > pauses.size()) {
            return Optional.empty();
        }
        var pause = pauses.get(attempts - 1);
        var jitter = Duration.ofMillis((long) (pause.toMillis() * JITTER * chance.getAsDouble()));
        return Optional.of(Collections.max(List.of(pause.plus(jitter), asked)));
    }
}
