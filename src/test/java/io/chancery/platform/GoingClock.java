package io.chancery.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that is a microsecond later at each look, as real ones are. */
public final class GoingClock extends Clock {

    private final Clock start;
    private final AtomicLong looks = new AtomicLong();

    public GoingClock(Clock start) {
        this.start = start;
    }

    @Override
    public Instant instant() {
        return start.instant().plus(looks.incrementAndGet(), ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return start.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new GoingClock(start.withZone(zone));
    }
}
