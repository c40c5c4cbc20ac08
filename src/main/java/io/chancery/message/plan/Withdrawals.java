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
import java.util.TreeMap;
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
     * A delivery that is to be called off.
     *
     * @param as what it ends as
     */
    public record Ending(MessageEntity message, Delivery delivery, EventKind as, Reason reason) {

        public UUID id() {
            return delivery.id();
        }

        private int shard() {
            return ShardLeases.shardOf(message.customerId);
        }
    }

    /** {@link #withdraw(List)} for deliveries of one message that all end alike. */
    public Set<UUID> withdraw(MessageEntity message, List<Delivery> deliveries, EventKind as, Reason reason) {
        return withdraw(deliveries.stream()
                .map(delivery -> new Ending(message, delivery, as, reason))
                .toList());
    }

    /**
     * Calls off what can be, in the caller's transaction, and says so on record. What has been rendered stays in the archive.
     *
     * @return those that nobody will hand over now; of the others the hand-over has begun
     */
    public Set<UUID> withdraw(List<Ending> endings) {
        var withdrawn = takeOut(endings);
        if (withdrawn.isEmpty()) {
            return withdrawn;
        }
        archive.record(endings.stream()
                .filter(ending -> withdrawn.contains(ending.id()))
                .map(ending -> NewEvent.because(ending.id(), ending.as(), ending.reason(), Map.of()))
                .toList());
        followUp.follow(List.copyOf(withdrawn));
        return withdrawn;
    }

    /** From where they are first to where they go: what moves on meanwhile is not missed. */
    private Set<UUID> takeOut(List<Ending> endings) {
        var withdrawn = new HashSet<UUID>();
        endings.stream()
                .collect(Collectors.groupingBy(ending -> ending.message().id, TreeMap::new, Collectors.toList()))
                .forEach((messageId, group) -> withdrawn.addAll(queue.removeAnywhere(
                        messageId,
                        group.stream()
                                .map(ending -> Waiting.of(ending.id(), ending.message()))
                                .toList())));
        holds.take(endings.stream().map(Ending::id).toList()).forEach(held -> withdrawn.add(held.deliveryId()));
        endings.stream()
                .collect(Collectors.groupingBy(
                        Ending::shard,
                        TreeMap::new,
                        Collectors.toMap(Ending::id, ending -> ending.delivery().channel())))
                .forEach((shard, channels) -> withdrawn.addAll(dispatcher.withdraw(shard, channels)));
        return withdrawn;
    }
}
