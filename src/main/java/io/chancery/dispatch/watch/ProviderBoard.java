package io.chancery.dispatch.watch;

import io.chancery.dispatch.Providers;
import io.chancery.dispatch.handover.Outlet;
import io.chancery.dispatch.provider.Shares;
import io.chancery.dispatch.queue.Lanes;
import io.chancery.platform.work.Priority;
import io.chancery.platform.work.ShardLeases;
import io.chancery.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The providers of this node, and the queues of all of them; however many look, the queues are counted every few seconds. */
@ApplicationScoped
class ProviderBoard implements Providers {

    private static final long KNOWN_FOR = Duration.ofSeconds(5).toNanos();
    private static final List<Integer> ALL_SHARDS =
            IntStream.range(0, 64).boxed().toList();

    private final Lanes lanes;
    private final ShardLeases leases;
    private final Shares shares;
    private final QueueTable table;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Queues known;
    private long knownSince;

    ProviderBoard(Lanes lanes, ShardLeases leases, Shares shares, QueueTable table) {
        this.lanes = lanes;
        this.leases = leases;
        this.shares = shares;
        this.table = table;
    }

    @Override
    public UUID node() {
        return leases.node();
    }

    @Override
    public List<View> list() {
        return lanes.outlets().entrySet().stream()
                .flatMap(lane -> lane.getValue().stream().map(outlet -> view(lane.getKey(), outlet)))
                .sorted(Comparator.comparing((View one) -> one.channel().name()).thenComparing(View::name))
                .toList();
    }

    private View view(Channel channel, Outlet outlet) {
        var profile = outlet.profile();
        var endpoint = outlet.endpoint();
        return new View(
                channel,
                profile.name(),
                endpoint.address(),
                endpoint.standIn(),
                profile.perSecond().isPresent() ? profile.perSecond().getAsDouble() : null,
                new Share(
                        profile.weight(),
                        outlet.points(),
                        shares.lastMove(channel, profile.name()).orElse(null)),
                outlet.open(),
                outlet.rest().map(rest -> new Rest(rest.since(), rest.until())).orElse(null));
    }

    @Override
    public Queues queues() {
        lock.lock();
        try {
            var now = known;
            if (now == null || System.nanoTime() - knownSince > KNOWN_FOR) {
                now = read();
                known = now;
                knownSince = System.nanoTime();
            }
            return now;
        } finally {
            lock.unlock();
        }
    }

    private Queues read() {
        var found = table.ready(ALL_SHARDS);
        var all = new ArrayList<Lane>();
        var channels = lanes.outlets().keySet().stream()
                .sorted(Comparator.comparing(Channel::name))
                .toList();
        for (var channel : channels) {
            for (int priority = 0; priority < Priority.values().length; priority++) {
                all.add(lane(channel, priority, found));
            }
        }
        return new Queues(
                List.copyOf(all),
                table.retrying(ALL_SHARDS).stream()
                        .map(one -> new Retrying(new Channel(one.channel()), one.count()))
                        .toList());
    }

    /** An empty lane has a length too. */
    private static Lane lane(Channel channel, int priority, List<QueueTable.Ready> found) {
        return found.stream()
                .filter(one -> one.channel().equals(channel.name()) && one.priority() == priority)
                .findFirst()
                .map(one ->
                        new Lane(channel, one.priorityName(), one.count(), Duration.ofSeconds(Math.round(one.age()))))
                .orElseGet(() -> new Lane(channel, Priority.of(priority).code(), 0, Duration.ZERO));
    }
}
