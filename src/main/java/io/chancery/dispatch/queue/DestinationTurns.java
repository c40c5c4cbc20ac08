package io.chancery.dispatch.queue;

import io.chancery.dispatch.ChannelAdapters;
import io.chancery.dispatch.outcome.ReadyDelivery;
import io.chancery.dispatch.pace.Pace;
import io.chancery.platform.work.ShardLease;
import io.chancery.platform.work.ShardLeases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rates of destinations: what would go too early waits apart until its turn, so that it never stands in front of
 * what may go. Used by one thread.
 */
final class DestinationTurns {

    /** What may go so soon goes now: the work is begun in batches. */
    private static final long SOON = Duration.ofSeconds(1).toNanos();

    private final ChannelAdapters adapters;
    private final LaneStore store;
    private final ShardLeases leases;
    private final Clock clock;

    private final Map<String, Pace> paces = new HashMap<>();
    /** Those whose turn it is, while their provider has no room for them. */
    private final Set<UUID> granted = new HashSet<>();

    private boolean resumed;

    DestinationTurns(ChannelAdapters adapters, LaneStore store, ShardLeases leases, Clock clock) {
        this.adapters = adapters;
        this.store = store;
        this.leases = leases;
        this.clock = clock;
        adapters.destinationRates()
                .forEach((destination, rate) -> paces.put(destination, new Pace(rate, System.nanoTime())));
    }

    /** @param part of all deliveries that this node has, from 0 to 1 */
    void take(double part) {
        adapters.destinationRates()
                .forEach((destination, rate) -> paces.computeIfPresent(destination, (name, pace) -> {
                    pace.change(Math.max(part, 1e-3) * rate);
                    return pace;
                }));
    }

    /** Those that may go now; the others are put off in the queue. */
    List<ReadyDelivery> keep(List<ReadyDelivery> ready, Map<Integer, ShardLease> held) {
        if (paces.isEmpty()) {
            return ready;
        }
        resume();
        var kept = new ArrayList<ReadyDelivery>();
        var late = new ArrayList<ReadyDelivery>();
        var turns = new HashMap<UUID, Instant>();
        long now = System.nanoTime();
        for (var delivery : ready) {
            var pace = pace(delivery);
            long wait = pace == null || granted.contains(delivery.deliveryId()) ? 0 : pace.take(now);
            if (wait <= SOON) {
                kept.add(delivery);
                if (pace != null) {
                    granted.add(delivery.deliveryId());
                }
            } else {
                late.add(delivery);
                turns.put(delivery.deliveryId(), clock.instant().plusNanos(wait));
            }
        }
        if (!late.isEmpty()) {
            postpone(late, turns, held);
        }
        return kept;
    }

    private void postpone(List<ReadyDelivery> late, Map<UUID, Instant> turns, Map<Integer, ShardLease> held) {
        var owned = new HashSet<ShardLease>();
        late.forEach(delivery -> Stream.ofNullable(held.get(delivery.shard())).forEach(owned::add));
        store.transactions().run(() -> {
            leases.requireHeld(owned);
            store.queue().postpone(adapters.channel(), late, turns);
        });
    }

    /** These go now. */
    void took(Collection<UUID> deliveries) {
        granted.removeAll(deliveries);
    }

    private @Nullable Pace pace(ReadyDelivery delivery) {
        var route = delivery.route();
        return route.destination() == null || route.paced() ? null : paces.get(route.destination());
    }

    /** What an earlier process has given out stays given out. */
    private void resume() {
        if (resumed) {
            return;
        }
        store.queue().lastTurns(adapters.channel()).forEach((destination, last) -> {
            var pace = paces.get(destination);
            if (pace != null) {
                pace.resume(System.nanoTime()
                        + Duration.between(clock.instant(), last).toNanos());
            }
        });
        resumed = true;
    }
}
