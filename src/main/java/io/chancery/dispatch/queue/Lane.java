package io.chancery.dispatch.queue;

import io.chancery.dispatch.ChannelAdapters;
import io.chancery.dispatch.handover.Attempt;
import io.chancery.dispatch.handover.Completion;
import io.chancery.dispatch.handover.HandoverRules;
import io.chancery.dispatch.handover.Outlet;
import io.chancery.dispatch.handover.Outlets;
import io.chancery.dispatch.outcome.ReadyDelivery;
import io.chancery.dispatch.outcome.SettlementPolicy;
import io.chancery.dispatch.pace.Backoff;
import io.chancery.dispatch.pace.Circuit;
import io.chancery.platform.work.QueueScan;
import io.chancery.platform.work.ShardLease;
import io.chancery.platform.work.ShardLeases;
import io.chancery.platform.work.WorkLoop;
import io.chancery.platform.work.WorkSignal;
import io.chancery.vocabulary.Channel;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * All the work of one channel on this node, apart from every other channel: one thread begins attempts, those of the
 * pool make them, one more records how they ended.
 */
final class Lane {

    private static final Logger LOG = Logger.getLogger(Lane.class);

    private final Channel channel;
    private final LaneStore store;
    private final ShardLeases leases;
    private final DispatchConfig config;
    private final Clock clock;

    private final Outlets outlets;
    private final Recovery recovery;
    private final QueueScan<ReadyDelivery> scan;
    private final DestinationTurns turns;
    private final Outcomes outcomes;

    private final Map<UUID, Attempt> open = new ConcurrentHashMap<>();

    private volatile Consumer<Completion> observer = completion -> {};
    private volatile @Nullable WorkLoop feeder;
    private volatile @Nullable WorkLoop flusher;

    Lane(
            ChannelAdapters adapters,
            LaneStore store,
            ShardLeases leases,
            DispatchConfig config,
            Clock clock,
            RandomGenerator random) {
        this.channel = adapters.channel();
        this.store = store;
        this.leases = leases;
        this.config = config;
        this.clock = clock;
        var retry = config.retry();
        var policy = new SettlementPolicy(retry.attempts(), new Backoff(retry.first(), retry.longest(), random), clock);
        var pause = config.pause();
        Supplier<Circuit> circuit = () -> new Circuit(pause.afterFailures(), pause.first(), pause.longest(), clock);
        this.outlets = new Outlets(
                adapters.providers(),
                new HandoverRules(
                        store.journal(),
                        policy,
                        config.handoverLimit(),
                        circuit,
                        this::completed,
                        this::wakeFeeder,
                        adapters.confirms(),
                        clock));
        this.recovery = new Recovery(channel, store, leases, policy);
        this.scan = new QueueScan<>(
                (priority, positions, each) -> store.queue().heads(channel, priority, positions, each),
                System::nanoTime);
        this.turns = new DestinationTurns(adapters, store, leases, clock);
        this.outcomes = new Outcomes(channel, store.closing(), store.transactions(), config, clock, new OpenAttempts());
    }

    void start(WorkSignal signal) {
        flusher = WorkLoop.start("dispatch-" + channel + "-outcomes", Duration.ofSeconds(1), this::flush);
        feeder = WorkLoop.start("dispatch-" + channel, signal, DispatchQueue.signalOf(channel), this::feed);
        startHandovers();
    }

    /** From now on somebody hears of each attempt that has ended, before it is on record. */
    void observe(Consumer<Completion> newObserver) {
        observer = newObserver;
    }

    Channel channel() {
        return channel;
    }

    Outlets outlets() {
        return outlets;
    }

    void startHandovers() {
        outlets.start();
    }

    /** Begins nothing more, and gives back what has not been begun. */
    void stop() {
        outlets.stop();
    }

    /** Ends when the hand-overs under way have ended and are on record, or the time is over. */
    void close() throws InterruptedException {
        stop();
        if (feeder != null) {
            feeder.close();
        }
        outlets.giveBackWaiting();
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
        if (load()) {
            return true;
        }
        var held = leases.leases().stream().collect(Collectors.toMap(ShardLease::shard, Function.identity()));
        recovery.run(held, open, this::completed);
        boolean promoted = store.queue().promoteDue(channel, clock.instant()) > 0;
        double part = (double) held.size() / ShardLeases.COUNT;
        outlets.take(part);
        turns.take(part);
        int room = Math.min(outlets.room(), config.batchSize());
        if (room <= 0 || held.isEmpty()) {
            return promoted;
        }
        var ready = scan.next(List.copyOf(held.keySet()), delivery -> !open.containsKey(delivery.deliveryId()), room);
        begin(attempts(turns.keep(ready, held), held));
        load();
        return promoted || ready.size() == room;
    }

    private List<Attempt> attempts(List<ReadyDelivery> ready, Map<Integer, ShardLease> held) {
        var places = outlets.places(ready);
        var attempts = new ArrayList<Attempt>();
        for (var delivery : ready) {
            var place = places.get(delivery.deliveryId());
            var lease = held.get(delivery.shard());
            if (place != null && lease != null && lease.enter()) {
                attempts.add(Attempt.begin(delivery, lease, place.outlet(), place.probe()));
            }
        }
        turns.took(attempts.stream().map(Attempt::deliveryId).toList());
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
        for (var attempt : attempts) {
            if (begun.contains(attempt.deliveryId())) {
                open.put(attempt.deliveryId(), attempt);
                attempt.outlet().ifPresent(outlet -> outlet.begun(attempt));
            } else {
                attempt.lease().leave();
            }
        }
        if (begun.size() < attempts.size()) {
            // Perhaps a commit whose answer got lost: look again what is open in our shards.
            recovery.again();
        }
    }

    /** Reads renditions for as many as there is room for, and says whether there were any. */
    private boolean load() {
        boolean loaded = false;
        for (var outlet : outlets.all()) {
            var next = outlet.nextToLoad();
            if (!next.isEmpty()) {
                load(outlet, next);
                loaded = true;
            }
        }
        return loaded;
    }

    private void load(Outlet outlet, List<Attempt> next) {
        var renditions = store.archive()
                .renditions(next.stream().map(Attempt::deliveryId).toList());
        for (var attempt : next) {
            var rendition = renditions.get(attempt.deliveryId());
            if (rendition != null) {
                attempt.load(rendition);
            }
            outlet.submit(attempt);
        }
    }

    private void completed(Completion completion) {
        outcomes.add(completion);
        if (flusher != null) {
            flusher.wake();
        }
        try {
            observer.accept(completion);
        } catch (RuntimeException e) {
            // Whoever only looks on must not take a thread from the hand-overs.
            LOG.warn("An attempt was not measured", e);
        }
    }

    private void wakeFeeder() {
        if (feeder != null) {
            feeder.wake();
        }
    }

    /** One step of the recording thread. */
    boolean flush() throws InterruptedException {
        outlets.guard(System.nanoTime());
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
            wakeFeeder();
        }

        @Override
        public void lost(List<Completion> completions) {
            close(completions);
        }

        private void close(List<Completion> completions) {
            var ended = new HashMap<Outlet, Integer>();
            for (var completion : completions) {
                var attempt = completion.attempt();
                if (open.remove(attempt.deliveryId(), attempt)) {
                    attempt.lease().leave();
                    attempt.outlet().ifPresent(outlet -> ended.merge(outlet, 1, Integer::sum));
                }
            }
            ended.forEach(Outlet::ended);
        }
    }
}
