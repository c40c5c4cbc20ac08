package io.chancery.message.plan;

import io.chancery.archive.Archive;
import io.chancery.archive.Delivery;
import io.chancery.dispatch.DeliveryListener;
import io.chancery.dispatch.SettledDelivery;
import io.chancery.message.store.OutcomeTable;
import io.chancery.vocabulary.MessageStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Decides what follows when deliveries have settled: the next channel of the plan, or the outcome of the message. */
@ApplicationScoped
public class FollowUp implements DeliveryListener {

    private final Archive archive;
    private final Fallback fallback;
    private final OutcomeTable outcomes;

    FollowUp(Archive archive, Fallback fallback, OutcomeTable outcomes) {
        this.archive = archive;
        this.fallback = fallback;
        this.outcomes = outcomes;
    }

    /** Called in the transaction that recorded the outcomes, so that nothing can fall between the two. */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void settled(List<SettledDelivery> deliveries) {
        follow(deliveries.stream().map(SettledDelivery::deliveryId).toList());
    }

    /** The same, by the ids of the deliveries. What becomes of copies says nothing about the message. */
    public void follow(List<UUID> deliveryIds) {
        var settled = archive.findDeliveries(deliveryIds);
        var messageIds = settled.stream().map(Delivery::messageId).distinct().toList();
        outcomes.lock(messageIds);
        var parts = archive.deliveries(messageIds).values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Delivery::partId));
        var reopened = fallback.startNext(settled.stream()
                .map(Delivery::partId)
                .distinct()
                .map(id -> parts.getOrDefault(id, List.of()))
                .filter(FollowUp::hasFailed)
                .toList());
        outcomes.update(messageIds.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> outcome(parts.getOrDefault(id, List.of())).filter(status -> !reopened.contains(id)))));
    }

    private static boolean hasFailed(List<Delivery> deliveries) {
        return outcome(deliveries)
                .filter(status -> status != MessageStatus.DELIVERED)
                .isPresent();
    }

    private static Optional<MessageStatus> outcome(List<Delivery> deliveries) {
        return Optional.of(MessageStatus.of(
                        deliveries.stream().map(Delivery::status).toList()))
                .filter(MessageStatus::isFinal);
    }
}
