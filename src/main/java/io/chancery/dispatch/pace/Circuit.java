package io.chancery.dispatch.pace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps a provider's trouble from using up the attempts of a whole backlog: after so many failures in a row the provider
 * rests, then one delivery probes; each failed probe doubles the rest, any other answer ends it.
 */
public final class Circuit {

    private final int limit;
    private final Duration firstRest;
    private final Duration longestRest;
    private final Clock clock;

    private int failures;
    private Duration rest = Duration.ZERO;
    private Instant restsSince = Instant.MIN;
    private Instant restsUntil = Instant.MIN;
    private boolean probing;

    /** @param until when one delivery may probe whether it is over */
    public record Rest(Instant since, Instant until) {}

    /** @param limit how many failures in a row make the provider rest */
    public Circuit(int limit, Duration firstRest, Duration longestRest, Clock clock) {
        this.limit = limit;
        this.firstRest = firstRest;
        this.longestRest = longestRest;
        this.clock = clock;
    }

    /** How many of the wanted hand-overs may be begun: all, none, or one as a probe. */
    public synchronized int allow(int wanted) {
        if (!isResting() || wanted <= 0) {
            return wanted;
        }
        return probing || clock.instant().isBefore(restsUntil) ? 0 : 1;
    }

    /** Whether hand-overs that have not begun should not begin. The probe is one that has been allowed. */
    public synchronized boolean isResting() {
        return !rest.isZero();
    }

    /** The rest that the provider takes now. */
    public synchronized Optional<Rest> rest() {
        return isResting() ? Optional.of(new Rest(restsSince, restsUntil)) : Optional.empty();
    }

    /** A probe is on its way; no second one until it has come back. */
    public synchronized void probe() {
        probing = isResting();
    }

    /** The probe did not get as far as the provider. */
    public synchronized void probeWithdrawn() {
        probing = false;
    }

    /** The provider answered for good, whatever it said. */
    public synchronized void succeeded() {
        failures = 0;
        rest = Duration.ZERO;
        probing = false;
    }

    /** The provider could not take it; true if with this one it begins to rest. */
    public synchronized boolean failed() {
        failures++;
        if (probing) {
            rest(min(rest.multipliedBy(2), longestRest));
        } else if (failures >= limit && !isResting()) {
            rest(firstRest);
            return true;
        }
        return false;
    }

    /** The provider wants to be spared for a while. */
    public synchronized void spare(Duration duration) {
        if (clock.instant().plus(duration).isAfter(restsUntil)) {
            rest(duration);
        }
    }

    private void rest(Duration duration) {
        if (!isResting()) {
            restsSince = clock.instant();
        }
        rest = duration;
        restsUntil = clock.instant().plus(duration);
        probing = false;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
