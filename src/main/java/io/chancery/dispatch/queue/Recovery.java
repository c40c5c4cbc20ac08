package io.chancery.dispatch.queue;

import io.chancery.dispatch.handover.Attempt;
import io.chancery.dispatch.handover.Completion;
import io.chancery.dispatch.outcome.SettlementPolicy;
import io.chancery.platform.work.ShardLease;
import io.chancery.platform.work.ShardLeases;
import io.chancery.vocabulary.Channel;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Settles the attempts that the last owner of a shard, or our last process, has left open: by the journal where it is ours,
 * as uncertain where it is out of reach. Used by one thread.
 */
final class Recovery {

    private final Channel channel;
    private final LaneStore store;
    private final ShardLeases leases;
    private final SettlementPolicy policy;
    /** The leases under which open attempts have been looked for. */
    private Set<ShardLease> done = Set.of();

    Recovery(Channel channel, LaneStore store, ShardLeases leases, SettlementPolicy policy) {
        this.channel = channel;
        this.store = store;
        this.leases = leases;
        this.policy = policy;
    }

    /** Looks through the shards that are new to us; what is open by our own doing is passed over. */
    void run(Map<Integer, ShardLease> held, Map<UUID, Attempt> open, Consumer<Completion> completed) {
        var unknown = new HashSet<>(held.values());
        unknown.removeAll(done);
        if (!unknown.isEmpty()) {
            var numbers = unknown.stream().map(ShardLease::shard).toList();
            for (var found : store.opening().findOpen(channel, numbers)) {
                var lease = held.get(found.delivery().shard());
                var known = open.get(found.delivery().deliveryId());
                boolean ours = known != null && known.epoch() == found.epoch();
                if (lease != null && !ours && lease.enter()) {
                    var settled = settle(found, lease);
                    open.put(settled.attempt().deliveryId(), settled.attempt());
                    completed.accept(settled);
                }
            }
        }
        done = Set.copyOf(held.values());
    }

    private Completion settle(AttemptOpening.OpenAttempt found, ShardLease lease) {
        var delivery = found.delivery();
        var settlement = found.node().equals(leases.node())
                ? policy.recovered(delivery, store.journal().find(delivery.deliveryId(), delivery.number()))
                : policy.abandoned(delivery);
        return new Completion(Attempt.leftOpen(delivery, lease, found.epoch()), settlement);
    }

    /** Perhaps a commit whose answer got lost: looks through all shards the next time. */
    void again() {
        done = Set.of();
    }
}
