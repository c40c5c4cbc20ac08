package io.chancery.dispatch.queue;

import io.chancery.dispatch.ChannelAdapter;
import io.chancery.dispatch.outcome.ReadyDelivery;
import io.chancery.dispatch.outcome.SettlementPolicy;
import io.chancery.dispatch.pace.Backoff;
import io.chancery.dispatch.pace.Circuit;
import io.chancery.dispatch.pace.Window;
import io.chancery.platform.work.ShardLease;
import io.chancery.platform.work.ShardLeases;
import io.chancery.platform.work.WorkLoop;
import io.chancery.platform.work.WorkSignal;
import io.chancery.vocabulary.Channel;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All the work of one channel on this node, apart from every other channel: one thread begins attempts, those of the
 * pool make them, one more records how they ended.
 */
final class Lane {

    /** Renditions are read so many at a time, which bounds the memory they take. */
    private static final int LOADED_AT_ONCE = 64;

    private final Channel channel;
    private final LaneStore store;
    private final ShardLeases leases;
    private final DispatchConfig config;
    private final Clock clock;

    private final SettlementPolicy policy;
    private final Circuit circuit;
    private final Window window;
    private final QueueScan scan;
    private final HandoverPool pool;
    private final Outcomes outcomes;

    private final Map<UUID, Attempt> open = new ConcurrentHashMap<>();
    /** Begun, but without their renditions yet; used by the feeding thread alone. */
    private final Deque<Attempt> unloaded = new ArrayDeque<>();
    /** The leases under which earlier owners' open attempts have been looked for; by the same thread. */
    private Set<ShardLease> recovered = Set.of();

    private volatile @Nullable WorkLoop feeder;
    private volatile @Nullable WorkLoop flusher;

    Lane(
            ChannelAdapter adapter,
            LaneStore store,
            ShardLeases leases,
            DispatchConfig config,
            Clock clock,
            RandomGenerator random) {
        this.channel = adapter.channel();
        this.store = store;
        this.leases = leases;
        this.config = config;
        this.clock = clock;
        var retry = config.retry();
        this.policy =
                new SettlementPolicy(retry.attempts(), new Backoff(retry.first(), retry.longest(), random), clock);
        var pause = config.pause();
        this.circuit = new Circuit(pause.afterFailures(), pause.first(), pause.longest(), clock);
        this.window = new Window(adapter.concurrency(), System.nanoTime());
        this.scan = new QueueScan(store.queue(), channel, System::nanoTime);
        this.pool =
                new HandoverPool(adapter, store.journal(), policy, circuit, config.handoverLimit(), this::completed);
        this.outcomes = new Outcomes(channel, store.closing(), store.transactions(), config, clock, new OpenAttempts());
    }

    void start(WorkSignal signal) {
        flusher = WorkLoop.start("dispatch-" + channel + "-outcomes", Duration.ofSeconds(1), this::flush);
        feeder = WorkLoop.start("dispatch-" + channel, signal, this::feed);
        startHandovers();
    }

    void startHandovers() {
        pool.start();
    }

    /** Begins nothing more, and gives back what has not been begun. */
    void stop() {
        pool.stop();
    }

    /** Ends when the hand-overs under way have ended and are on record, or the time is over. */
    void close() throws InterruptedException {
        stop();
        if (feeder != null) {
            feeder.close();
        }
        pool.giveBackWaiting();
        unloaded.forEach(pool::giveBack);
        long deadline = System.nanoTime() + config.shutdownLimit().toNanos();
        while (!open.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        if (flusher != null) {
            flusher.close();
        }
    }

    /** One step of the feeding thread. */
    boolean feed() throws InterruptedException {
        if (!unloaded.isEmpty()) {
            load();
            return true;
        }
        var held = leases.leases().stream().collect(Collectors.toMap(ShardLease::shard, Function.identity()));
        recover(held);
        boolean promoted = store.queue().promoteDue(channel, clock.instant()) > 0;
        boolean probe = circuit.isResting();
        int room = Math.min(circuit.allow(window.room(open.size())), probe ? 1 : config.batchSize());
        if (room <= 0 || held.isEmpty()) {
            return promoted;
        }
        var ready = scan.next(List.copyOf(held.keySet()), delivery -> !open.containsKey(delivery.deliveryId()), room);
        begin(attempts(ready, held, probe));
        return promoted || !ready.isEmpty();
    }

    /** Shards that are new to us may have attempts that their last owner, or our last process, has left open. */
    private void recover(Map<Integer, ShardLease> held) {
        var unknown = new HashSet<>(held.values());
        unknown.removeAll(recovered);
        if (!unknown.isEmpty()) {
            var numbers = unknown.stream().map(ShardLease::shard).toList();
            for (var found : store.opening().findOpen(channel, numbers)) {
                var lease = held.get(found.delivery().shard());
                var known = open.get(found.delivery().deliveryId());
                boolean ours = known != null && known.epoch() == found.epoch();
                if (lease != null && !ours && lease.enter()) {
                    settle(found, lease);
                }
            }
        }
        recovered = Set.copyOf(held.values());
    }

    private void settle(AttemptOpening.OpenAttempt found, ShardLease lease) {
        var delivery = found.delivery();
        var attempt = Attempt.leftOpen(delivery, lease, found.epoch());
        var settlement = found.node().equals(leases.node())
                ? policy.recovered(delivery, store.journal().find(delivery.deliveryId(), delivery.number()))
                : policy.abandoned(delivery);
        open.put(delivery.deliveryId(), attempt);
        completed(new Completion(attempt, settlement));
    }

    private static List<Attempt> attempts(List<ReadyDelivery> ready, Map<Integer, ShardLease> held, boolean probe) {
        var attempts = new ArrayList<Attempt>();
        for (var delivery : ready) {
            var lease = held.get(delivery.shard());
            if (lease != null && lease.enter()) {
                attempts.add(Attempt.begin(delivery, lease, probe));
            }
        }
        return attempts;
    }

    /** Whatever happens here, each attempt is on record and in hand afterwards, or its lease is left again. */
    private void begin(List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return;
        }
        Set<UUID> begun = Set.of();
        try {
            begun = store.opening().begin(channel, attempts);
        } finally {
            enlist(attempts, begun);
        }
    }

    private void enlist(List<Attempt> attempts, Set<UUID> begun) {
        if (open.isEmpty()) {
            window.begun(System.nanoTime());
        }
        for (var attempt : attempts) {
            if (begun.contains(attempt.deliveryId())) {
                open.put(attempt.deliveryId(), attempt);
                unloaded.add(attempt);
            } else {
                attempt.lease().leave();
            }
        }
        if (!begun.isEmpty() && attempts.get(0).isProbe()) {
            circuit.probe();
        }
        if (begun.size() < attempts.size()) {
            // Perhaps a commit whose answer got lost: look again what is open in our shards.
            recovered = Set.of();
        }
    }

    private void load() throws InterruptedException {
        var next = unloaded.stream().limit(LOADED_AT_ONCE).toList();
        var renditions = store.archive()
                .renditions(next.stream().map(Attempt::deliveryId).toList());
        for (var attempt : next) {
            unloaded.remove();
            var rendition = renditions.get(attempt.deliveryId());
            if (rendition != null) {
                attempt.load(rendition);
            }
            pool.submit(attempt);
        }
    }

    private void completed(Completion completion) {
        outcomes.add(completion);
        if (flusher != null) {
            flusher.wake();
        }
    }

    /** One step of the recording thread. */
    boolean flush() throws InterruptedException {
        pool.guard(System.nanoTime());
        return outcomes.flush();
    }

    /** What the recording thread tells the lane. */
    private final class OpenAttempts implements Outcomes.Ledger {

        @Override
        public int open() {
            return open.size();
        }

        @Override
        public void settled(List<Completion> completions) {
            var numbers = new HashMap<UUID, Integer>();
            completions.forEach(completion -> numbers.put(
                    completion.attempt().deliveryId(),
                    completion.attempt().delivery().number()));
            store.journal().settled(numbers);
            close(completions);
            window.ended(completions.size(), System.nanoTime());
            if (feeder != null) {
                feeder.wake();
            }
        }

        @Override
        public void lost(List<Completion> completions) {
            close(completions);
        }

        private void close(List<Completion> completions) {
            for (var completion : completions) {
                var attempt = completion.attempt();
                if (open.remove(attempt.deliveryId(), attempt)) {
                    attempt.lease().leave();
                }
            }
        }
    }
}
