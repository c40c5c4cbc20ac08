package io.chancery.platform.work;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads a queue, each shard from where the last reading ended, so that neither rows under way nor rows that
 * are deleted but not yet vacuumed are read again and again. Rows may also come in behind that place; so now and then,
 * and sooner when the end has been reached, it begins anew. Used by one thread.
 */
public final class QueueScan<R extends QueueScan.Row> {

    private static final UUID START = new UUID(0, 0);
    private static final Comparator<UUID> AS_IN_THE_DATABASE = Comparator.comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    /** Begin anew at least so often, but spend no more than a twentieth of the time with it. */
    private static final long RENEWAL_NANOS = Duration.ofMillis(200).toNanos();

    private static final int COST_FACTOR = 20;

    /** What comes so soon after the end has been reached is read together. */
    private static final long GATHERING_NANOS = Duration.ofMillis(25).toNanos();

    private final Source<R> queue;
    private final LongSupplier nanoTime;
    private final List<Part<R>> parts =
            Stream.of(Priority.values()).map(Part<R>::new).toList();
    private long renewAt;
    private long cheapAt;
    private long readAt;

    /** A delivery in the queue. */
    public interface Row {
        int shard();

        UUID deliveryId();
    }

    /** Where to go on reading in one shard. */
    public record Position(int shard, UUID after) {}

    /** The queue in the database. */
    public interface Source<R> {
        /** The next rows of each shard in the order of their deliveries, no more than so many of each. */
        List<R> heads(Priority priority, List<Position> positions, int each);
    }

    /** How far one priority has been read, and what was read but not asked for yet. */
    private record Part<R>(Priority priority, Map<Integer, UUID> reached, Deque<R> spare) {

        Part(Priority priority) {
            this(priority, new HashMap<>(), new ArrayDeque<>());
        }
    }

    public QueueScan(Source<R> queue, LongSupplier nanoTime) {
        this.queue = queue;
        this.nanoTime = nanoTime;
        this.renewAt = nanoTime.getAsLong();
        this.cheapAt = renewAt;
        this.readAt = renewAt;
    }

    /**
     * The next deliveries, by their priorities and of the shards in equal parts. Fewer than asked for are all there are; then
     * the next reading waits a few milliseconds, so that deliveries that come one by one are not read one by one.
     */
    public List<R> next(Collection<Integer> shards, Predicate<R> wanted, int count) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(readAt - nanoTime.getAsLong());
        long begun = nanoTime.getAsLong();
        boolean anew = begun - renewAt >= 0;
        if (anew) {
            parts.forEach(part -> part.reached().clear());
            parts.forEach(part -> part.spare().clear());
        }
        var found = new ArrayList<R>();
        for (var part : parts) {
            read(part, shards, wanted, count, found);
        }
        long now = nanoTime.getAsLong();
        if (anew) {
            cheapAt = now + COST_FACTOR * (now - begun);
            renewAt = Math.max(cheapAt, now + RENEWAL_NANOS);
        }
        if (found.size() < count) {
            readAt = now + GATHERING_NANOS;
            renewAt = cheapAt;
        }
        return found;
    }

    /** Takes back deliveries that nothing was done with; they come first the next time. */
    public void giveBack(Priority priority, List<R> rows) {
        parts.stream().filter(part -> part.priority() == priority).forEach(part -> {
            for (int i = rows.size() - 1; i >= 0; i--) {
                part.spare().addFirst(rows.get(i));
            }
        });
    }

    /** As many of each shard as make the number; then more of those that have more. */
    private void read(Part<R> part, Collection<Integer> shards, Predicate<R> wanted, int count, List<R> found) {
        part.spare().removeIf(row -> !shards.contains(row.shard()));
        take(part, count, found);
        var unread = shards;
        while (!unread.isEmpty() && found.size() < count) {
            int each = (count - found.size() + unread.size() - 1) / unread.size();
            var rows = queue.heads(part.priority(), positions(part, unread), each);
            unread = remember(part, rows, wanted, each);
            take(part, count, found);
        }
    }

    private static <R> void take(Part<R> part, int count, List<R> found) {
        while (found.size() < count && !part.spare().isEmpty()) {
            found.add(part.spare().remove());
        }
    }

    private static List<Position> positions(Part<?> part, Collection<Integer> shards) {
        return shards.stream()
                .map(shard -> new Position(shard, part.reached().getOrDefault(shard, START)))
                .toList();
    }

    /** Keeps the rows and how far each shard was read, and returns the shards that may have more. */
    private static <R extends Row> List<Integer> remember(Part<R> part, List<R> rows, Predicate<R> wanted, int each) {
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
