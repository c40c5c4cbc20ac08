package io.chancery.platform.work;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Which shards of the queues are this node's. Nodes share them fairly: each takes free ones and those of nodes that no
 * longer live, up to its share, and gives back what it has beyond it. A node that comes back regains its own at once.
 */
@ApplicationScoped
public class ShardLeases {

    /** Into how many shards every queue is cut. */
    public static final int COUNT = 64;

    private static final Logger LOG = Logger.getLogger(ShardLeases.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final Duration EXPIRY = Duration.ofSeconds(15);

    private final UUID node;
    private final ShardTable table;
    private final Transactions transactions;
    private final WorkSignal signal;
    private final LongSupplier nanoTime;

    private final Map<Integer, ShardLease> leases = new ConcurrentHashMap<>();
    private volatile long lastBeat;
    private volatile boolean known;
    private @Nullable WorkLoop heart;

    @Inject
    ShardLeases(DataDirectory directory, ShardTable table, Transactions transactions, WorkSignal signal) {
        this(directory.nodeId(), table, transactions, signal, System::nanoTime);
    }

    ShardLeases(UUID node, ShardTable table, Transactions transactions, WorkSignal signal, LongSupplier nanoTime) {
        this.node = node;
        this.table = table;
        this.transactions = transactions;
        this.signal = signal;
        this.nanoTime = nanoTime;
        this.lastBeat = nanoTime.getAsLong();
    }

    /** The shard of a customer: whatever concerns one customer is worked on in order. */
    public static int shardOf(UUID customerId) {
        return Math.floorMod(customerId.hashCode(), COUNT);
    }

    /** The numbers of the shards this node may begin work on. */
    public List<Integer> owned() {
        return leases().stream().map(ShardLease::shard).toList();
    }

    /** The same, as leases, for whoever lets work run on after its transaction. */
    public List<ShardLease> leases() {
        return leases.values().stream().filter(ShardLease::isOpen).toList();
    }

    /**
     * Makes sure, in the caller's transaction and until its end, that the shards are this node's.
     *
     * @throws ShardLostException if one of them is not; the transaction must not be committed
     */
    public void requireOwned(Collection<Integer> shards) {
        var held = shards.stream().map(leases::get).filter(Objects::nonNull).toList();
        if (held.size() < shards.size()) {
            throw new ShardLostException(List.of());
        }
        requireHeld(held);
    }

    /**
     * Makes sure, in the caller's transaction and until its end, that the leases hold.
     *
     * @throws ShardLostException if one of them does not; the transaction must not be committed
     */
    public void requireHeld(Collection<ShardLease> held) {
        var locked = table.lock(node, held);
        var lost =
                held.stream().filter(lease -> !locked.contains(lease.shard())).toList();
        if (!lost.isEmpty()) {
            lost.forEach(this::lose);
            throw new ShardLostException(lost);
        }
    }

    /** Whether this node's heart beats, so that it has its shards, or gets them with the next beat. */
    public boolean isBeating() {
        return known && isAlive();
    }

    /** The id of this node. */
    public UUID node() {
        return node;
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        heart = WorkLoop.start("shard-leases", HEARTBEAT, this::beat);
    }

    /** After all loops that work on shards have been stopped. */
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) ShutdownEvent event) {
        if (heart != null) {
            heart.close();
        }
        try {
            release();
        } catch (RuntimeException e) {
            LOG.warn("The shards could not be given back; others get them when the leases have run out", e);
        }
    }

    /** Prolongs the leases, and takes or gives back shards. Always false: the next beat is due after a pause. */
    boolean beat() {
        long now = nanoTime.getAsLong();
        int before = leases.size();
        transactions.run(() -> {
            table.beat(node, EXPIRY);
            reconcile(known ? table.owned(node) : retake());
            share(table.countLiving());
        });
        known = true;
        lastBeat = now;
        if (leases.size() > before) {
            LOG.infof("This node works on %d of %d shards", leases.size(), COUNT);
            signal.wakeHere();
        }
        return false;
    }

    /** Gives everything back, so that other nodes need not wait for the leases to run out. */
    void release() {
        transactions.run(() -> {
            table.release(node, leases.values());
            table.beat(node, Duration.ZERO);
        });
        leases.values().forEach(ShardLease::lose);
        leases.clear();
    }

    private Map<Integer, Long> retake() {
        table.forgetNodes();
        return table.retake(node);
    }

    private void reconcile(Map<Integer, Long> epochs) {
        leases.values().stream()
                .filter(lease -> !Objects.equals(epochs.get(lease.shard()), lease.epoch()))
                .forEach(this::lose);
        epochs.forEach(this::hold);
    }

    private void share(int living) {
        int share = (COUNT + living - 1) / living;
        int excess = Math.max(0, leases.size() - share);
        leases.values().stream().skip(excess).forEach(ShardLease::reopen);
        // What still has work under way goes with a later beat.
        var free =
                leases.values().stream().limit(excess).filter(ShardLease::end).toList();
        if (!free.isEmpty()) {
            table.release(node, free);
            free.forEach(this::lose);
        }
        if (leases.size() < share) {
            table.take(node, share - leases.size()).forEach(this::hold);
        }
    }

    private void hold(int shard, long epoch) {
        leases.computeIfAbsent(shard, no -> new ShardLease(no, epoch, this::isAlive));
    }

    private void lose(ShardLease lease) {
        lease.lose();
        leases.remove(lease.shard(), lease);
    }

    /** Whether nobody can have taken our shards yet. */
    private boolean isAlive() {
        return nanoTime.getAsLong() - lastBeat < EXPIRY.toNanos();
    }
}
