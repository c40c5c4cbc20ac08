package io.chancery.message.plan;

import io.chancery.archive.Archive;
import io.chancery.archive.Delivery;
import io.chancery.archive.NewEvent;
import io.chancery.dispatch.Dispatcher;
import io.chancery.message.store.ComposeQueue;
import io.chancery.message.store.ComposeQueue.Waiting;
import io.chancery.message.store.HoldTable;
import io.chancery.message.store.MessageEntity;
import io.chancery.platform.work.ShardLeases;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Calls deliveries off that wait, wherever they do: for their date, to be rendered, for a person, for their turn, for
 * another attempt.
 */
@ApplicationScoped
public class Withdrawals {

    private final ComposeQueue queue;
    private final HoldTable holds;
    private final Dispatcher dispatcher;
    private final Archive archive;
    private final FollowUp followUp;

    Withdrawals(ComposeQueue queue, HoldTable holds, Dispatcher dispatcher, Archive archive, FollowUp followUp) {
        this.queue = queue;
        this.holds = holds;
        this.dispatcher = dispatcher;
        this.archive = archive;
        this.followUp = followUp;
    }

    /**
     * Calls off what can be, in the caller's transaction, and says so on record. What has been rendered stays in the archive.
     *
     * @param deliveries of the message
     * @param as what they end as
     * @return those that nobody will hand over now; of the others the hand-over has begun
     */
    public Set<UUID> withdraw(MessageEntity message, List<Delivery> deliveries, EventKind as, Reason reason) {
        // From where they are first to where they go: what moves on meanwhile is not missed.
        var places = deliveries.stream()
                .map(delivery -> Waiting.of(delivery.id(), message))
                .toList();
        var withdrawn = new HashSet<>(queue.removeAnywhere(message.id, places));
        holds.take(deliveries.stream().map(Delivery::id).toList()).forEach(held -> withdrawn.add(held.deliveryId()));
        withdrawn.addAll(dispatcher.withdraw(
                ShardLeases.shardOf(message.customerId),
                deliveries.stream().collect(Collectors.toMap(Delivery::id, Delivery::channel))));
        if (withdrawn.isEmpty()) {
            return withdrawn;
        }
        archive.record(withdrawn.stream()
                .map(id -> NewEvent.because(id, as, reason, Map.of()))
                .toList());
        followUp.follow(List.copyOf(withdrawn));
        return withdrawn;
    }
}
