package io.chancery.message.hold;

import io.chancery.archive.Archive;
import io.chancery.archive.Delivery;
import io.chancery.archive.NewEvent;
import io.chancery.dispatch.Dispatcher;
import io.chancery.message.HeldDeliveries.StopOrder;
import io.chancery.message.store.MessageRepository;
import io.chancery.platform.work.ShardLeases;
import io.chancery.platform.work.Transactions;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes back what waits for a provider when an operator has stopped it. */
@ApplicationScoped
class StopSweep {

    private static final int AT_ONCE = 500;

    private final StopTable table;
    private final Holds holds;
    private final Archive archive;
    private final MessageRepository messages;
    private final Dispatcher dispatcher;
    private final Transactions transactions;

    StopSweep(
            StopTable table,
            Holds holds,
            Archive archive,
            MessageRepository messages,
            Dispatcher dispatcher,
            Transactions transactions) {
        this.table = table;
        this.holds = holds;
        this.archive = archive;
        this.messages = messages;
        this.dispatcher = dispatcher;
        this.transactions = transactions;
    }

    /** Holds all of them; what is just being handed over is past recalling. */
    void all(StopOrder order) {
        while (transactions.call(() -> next(order)) > 0) {
            // On to the next of them.
        }
    }

    private int next(StopOrder order) {
        var waiting = archive.findDeliveries(table.waiting(order, AT_ONCE));
        var withdrawn = withdraw(waiting);
        var held = waiting.stream()
                .filter(delivery -> withdrawn.contains(delivery.id()))
                .toList();
        archive.record(held.stream()
                .map(delivery -> NewEvent.because(
                        delivery.id(),
                        EventKind.HELD,
                        Reason.STOPPED,
                        Map.of("stop", order.id().toString())))
                .toList());
        holds.hold(held, Reason.STOPPED, order.id(), true);
        return held.size();
    }

    private Set<UUID> withdraw(List<Delivery> waiting) {
        var shards = messages
                .findAll(waiting.stream().map(Delivery::messageId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(message -> message.id, message -> ShardLeases.shardOf(message.customerId)));
        var byShard = new HashMap<Integer, Map<UUID, Channel>>();
        for (var delivery : waiting) {
            byShard.computeIfAbsent(shards.get(delivery.messageId()), shard -> new HashMap<>())
                    .put(delivery.id(), delivery.channel());
        }
        var withdrawn = new HashSet<UUID>();
        byShard.forEach((shard, deliveries) -> withdrawn.addAll(dispatcher.withdraw(shard, deliveries)));
        return withdrawn;
    }
}
