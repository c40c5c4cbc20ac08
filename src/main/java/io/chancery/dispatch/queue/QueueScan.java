package io.chancery.dispatch.queue;

import io.chancery.dispatch.outcome.ReadyDelivery;
import io.chancery.dispatch.queue.DispatchQueue.Position;
import io.chancery.platform.work.Priority;
import io.chancery.vocabulary.Channel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads a channel's queue, each shard from where the last reading ended, so that neither rows under way nor rows that
 * are deleted but not yet vacuumed are read again and again. Rows may also come in behind that place; so now and then,
 * and whenever the end has been reached, it begins anew. Used by one thread.
 */
final class QueueScan {

    private static final UUID START = new UUID(0, 0);
    private static final Comparator<UUID> AS_IN_THE_DATABASE = Comparator.comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    /** Begin anew at least so often, but spend no more than a twentieth of the time with it. */
    private static final long RENEWAL_NANOS = Duration.ofMillis(200).toNanos();

    private static final int COST_FACTOR = 20;

    private final DispatchQueue queue;
    private final Channel channel;
    private final LongSupplier nanoTime;
    private final List<Part> parts = Stream.of(Priority.values()).map(Part::new).toList();
    private long renewAt;

    /** How far one priority has been read, and what was read but not asked for yet. */
    private record Part(Priority priority, Map<Integer, UUID> reached, Deque<ReadyDelivery> spare) {

        Part(Priority priority) {
            this(priority, new HashMap<>(), new ArrayDeque<>());
        }
    }

    QueueScan(DispatchQueue queue, Channel channel, LongSupplier nanoTime) {
        this.queue = queue;
        this.channel = channel;
        this.nanoTime = nanoTime;
        this.renewAt = nanoTime.getAsLong();
    }

    /** The next deliveries, by their priorities and of the shards in equal parts. */
    List<ReadyDelivery> next(List<Integer> shards, Predicate<ReadyDelivery> wanted, int count) {
        long begun = nanoTime.getAsLong();
        boolean anew = begun - renewAt >= 0;
        if (anew) {
            parts.forEach(part -> part.reached().clear());
            parts.forEach(part -> part.spare().clear());
        }
        var found = new ArrayList<ReadyDelivery>();
        for (var part : parts) {
            read(part, shards, wanted, count, found);
        }
        long now = nanoTime.getAsLong();
        if (found.size() < count) {
            renewAt = now;
        } else if (anew) {
            renewAt = now + Math.max(RENEWAL_NANOS, COST_FACTOR * (now - begun));
        }
        return found;
    }

    /** As many of each shard as make the number; then more of those that have more. */
    private void read(
            Part part, List<Integer> shards, Predicate<ReadyDelivery> wanted, int count, List<ReadyDelivery> found) {
        take(part, count, found);
        var unread = shards;
        while (!unread.isEmpty() && found.size() < count) {
            int each = (count - found.size() + unread.size() - 1) / unread.size();
            var rows = queue.heads(channel, part.priority().number(), positions(part, unread), each);
            unread = remember(part, rows, wanted, each);
            take(part, count, found);
        }
    }

    private static void take(Part part, int count, List<ReadyDelivery> found) {
        while (found.size() < count && !part.spare().isEmpty()) {
            found.add(part.spare().remove());
        }
    }

    private static List<Position> positions(Part part, List<Integer> shards) {
        return shards.stream()
                .map(shard -> new Position(shard, part.reached().getOrDefault(shard, START)))
                .toList();
    }

    /** Keeps the rows and how far each shard was read, and returns the shards that may have more. */
    private static List<Integer> remember(
            Part part, List<ReadyDelivery> rows, Predicate<ReadyDelivery> wanted, int each) {
        var counts = new HashMap<Integer, Integer>();
        for (var row : rows) {
            if (wanted.test(row)) {
                part.spare().add(row);
            }
            part.reached().merge(row.shard(), row.deliveryId(), QueueScan::later);
            counts.merge(row.shard(), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() == each)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static UUID later(UUID one, UUID other) {
        return AS_IN_THE_DATABASE.compare(one, other) < 0 ? other : one;
    }
}
