package io.chancery.dispatch.handover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Some of the deliveries that a provider has accepted lately: any of them with about the same likelihood. */
public final class Sample {

    private static final int SIZE = 500;

    private final List<Sent> sent = new ArrayList<>();

    /** An attempt that was accepted. */
    public record Sent(UUID deliveryId, int number, Instant at) {}

    synchronized void add(Sent accepted) {
        if (sent.size() < SIZE) {
            sent.add(accepted);
        } else {
            // The low bits of a UUIDv7 are random.
            sent.set(Math.floorMod(accepted.deliveryId().getLeastSignificantBits(), SIZE), accepted);
        }
    }

    /** Those that are not older; the others are forgotten. */
    public synchronized List<Sent> since(Instant oldest) {
        sent.removeIf(one -> one.at().isBefore(oldest));
        return List.copyOf(sent);
    }
}
