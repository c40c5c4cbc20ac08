package io.chancery.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes time-ordered ids: UUID version 7 (RFC 9562 §5.7), strictly increasing within one process. */
@ApplicationScoped
public class IdGenerator {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int COUNTER_BITS = 12;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    /** Milliseconds in the high bits, a 12-bit counter below (RFC 9562 §6.2, method 1). */
    private final AtomicLong last = new AtomicLong();

    IdGenerator(Clock clock) {
        this.clock = clock;
    }

    /** The next id; later ids compare greater. */
    public UUID next() {
        long floor = clock.millis() << COUNTER_BITS;
        long stamp = last.updateAndGet(previous -> Math.max(previous + 1, floor));
        long counter = stamp & ((1L << COUNTER_BITS) - 1);
        long high = (stamp >>> COUNTER_BITS) << 16 | VERSION_7 | counter;
        return new UUID(high, VARIANT | random.nextLong() >>> 2);
    }

    /** The least id that could be made at a time: what was made since is not less. */
    public static UUID floor(Instant time) {
        return new UUID(time.toEpochMilli() << Short.SIZE | VERSION_7, VARIANT);
    }

    /** When an id was made. */
    public static Instant time(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> Short.SIZE);
    }
}
