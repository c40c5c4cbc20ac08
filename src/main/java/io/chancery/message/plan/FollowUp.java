package io.chancery.message.plan;

import io.chancery.archive.Archive;
import io.chancery.archive.Delivery;
import io.chancery.dispatch.DeliveryListener;
import io.chancery.dispatch.SettledDelivery;
import io.chancery.message.store.MessageEntity;
import io.chancery.message.store.MessageRepository;
import io.chancery.message.store.Openings;
import io.chancery.message.store.OutcomeTable;
import io.chancery.template.Templates;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.MessageStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Decides what follows when deliveries have settled: the next channel of the plan, or the outcome of the message. */
@ApplicationScoped
public class FollowUp implements DeliveryListener {

    private final Archive archive;
    private final MessageRepository messages;
    private final Recipients recipients;
    private final Templates templates;
    private final Openings openings;
    private final OutcomeTable outcomes;

    FollowUp(
            Archive archive,
            MessageRepository messages,
            Recipients recipients,
            Templates templates,
            Openings openings,
            OutcomeTable outcomes) {
        this.archive = archive;
        this.messages = messages;
        this.recipients = recipients;
        this.templates = templates;
        this.openings = openings;
        this.outcomes = outcomes;
    }

    /** Called in the transaction that recorded the outcomes, so that nothing can fall between the two. */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void settled(List<SettledDelivery> deliveries) {
        follow(deliveries.stream().map(SettledDelivery::deliveryId).toList());
    }

    /** The same, by the ids of the deliveries. */
    public void follow(List<UUID> deliveryIds) {
        var messageIds = archive.findDeliveries(deliveryIds).stream()
                .map(Delivery::messageId)
                .distinct()
                .toList();
        outcomes.lock(messageIds);
        var outcome = new HashMap<UUID, Optional<MessageStatus>>();
        archive.deliveries(messageIds).forEach((id, deliveries) -> {
            var status =
                    MessageStatus.of(deliveries.stream().map(Delivery::status).toList());
            outcome.put(id, status.isFinal() ? Optional.of(status) : Optional.empty());
        });
        reopen(outcome).forEach(id -> outcome.put(id, Optional.empty()));
        outcomes.update(outcome);
    }

    /** Starts the next channel of each message that has ended without success, where its plan has one. */
    private List<UUID> reopen(Map<UUID, Optional<MessageStatus>> outcome) {
        var unsuccessful = outcome.entrySet().stream()
                .filter(entry -> entry.getValue()
                        .filter(status -> status != MessageStatus.DELIVERED)
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
        if (unsuccessful.isEmpty()) {
            return List.of();
        }
        var tried = archive.deliveries(unsuccessful);
        return messages.findAll(unsuccessful).stream()
                .filter(message -> startNext(message, tried.getOrDefault(message.id, List.of())))
                .map(message -> message.id)
                .toList();
    }

    private boolean startNext(MessageEntity message, List<Delivery> deliveries) {
        if (deliveries.stream().anyMatch(delivery -> delivery.status().isWithdrawn())) {
            return false;
        }
        var tried = deliveries.stream().map(Delivery::channel).collect(Collectors.toSet());
        var settings = templates.get(message.templateVersionId).settings();
        var next = recipients
                .find(message.customerId, settings)
                .flatMap(recipient -> new ChannelChoice(requested(message), settings.plan(), recipient).next(tried));
        next.ifPresent(channel -> openings.open(message, List.of(channel)));
        return next.isPresent();
    }

    private static List<Channel> requested(MessageEntity message) {
        return message.channels == null
                ? List.of()
                : Arrays.stream(message.channels).map(Channel::new).toList();
    }
}
