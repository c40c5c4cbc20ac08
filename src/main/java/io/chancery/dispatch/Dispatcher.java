package io.chancery.dispatch;

import io.chancery.archive.Archive;
import io.chancery.archive.NewEvent;
import io.chancery.dispatch.queue.DispatchQueue;
import io.chancery.dispatch.queue.Withdrawal;
import io.chancery.platform.work.WorkSignal;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.EventKind;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes deliveries over and sees that each is handed to a provider, once, in its turn. */
@ApplicationScoped
public class Dispatcher {

    private final DispatchQueue queue;
    private final Withdrawal withdrawal;
    private final Archive archive;
    private final WorkSignal signal;
    private final Map<Channel, ChannelAdapter> adapters;

    Dispatcher(
            DispatchQueue queue,
            Withdrawal withdrawal,
            Archive archive,
            WorkSignal signal,
            @All List<ChannelAdapter> adapters) {
        this.queue = queue;
        this.withdrawal = withdrawal;
        this.archive = archive;
        this.signal = signal;
        this.adapters =
                adapters.stream().collect(Collectors.toUnmodifiableMap(ChannelAdapter::channel, Function.identity()));
    }

    /** The channels that have an adapter. */
    public Set<Channel> channels() {
        return adapters.keySet();
    }

    /** Whether it is told in the end of each delivery on a channel whether it has arrived. */
    public boolean confirms(Channel channel) {
        var adapter = adapters.get(channel);
        return adapter != null && adapter.confirms();
    }

    /**
     * Queues deliveries in the caller's transaction, which is also the one that archives their renditions. One that is
     * queued already, or has been attempted before, is passed over.
     *
     * @throws IllegalArgumentException if a channel has no adapter
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void enqueue(List<QueuedDelivery> deliveries) {
        for (var delivery : deliveries) {
            if (!adapters.containsKey(delivery.channel())) {
                throw new IllegalArgumentException("No adapter for channel " + delivery.channel());
            }
        }
        var queued = queue.insert(deliveries);
        if (queued.isEmpty()) {
            return;
        }
        archive.record(queued.stream()
                .map(id -> NewEvent.of(id, EventKind.QUEUED, Map.of()))
                .toList());
        signal.send();
    }

    /**
     * Takes deliveries of a customer back in the caller's transaction, in which also stands why. One whose hand-over has begun is not
     * taken back.
     *
     * @param shard as they were queued with
     * @param deliveries with their channels
     * @return those that nobody will hand over now
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<UUID> withdraw(int shard, Map<UUID, Channel> deliveries) {
        return withdrawal.withdraw(shard, deliveries);
    }
}
