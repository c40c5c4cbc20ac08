package io.chancery.message.plan;

import io.chancery.archive.Archive;
import io.chancery.archive.Delivery;
import io.chancery.dispatch.DeliveryListener;
import io.chancery.dispatch.SettledDelivery;
import io.chancery.message.store.MessageEntity;
import io.chancery.message.store.MessageRepository;
import io.chancery.vocabulary.Reason;
import io.chancery.vocabulary.event.ContactPointFailed;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says which address or number a delivery has shown to be none: the one in its envelope, whatever the customer has by
 * now. Before {@link FollowUp}, which then sees the customer without it.
 */
@ApplicationScoped
@Priority(10)
public class FailedContactPoints implements DeliveryListener {

    private final Archive archive;
    private final MessageRepository messages;
    private final Event<ContactPointFailed> failed;
    private final Clock clock;

    FailedContactPoints(Archive archive, MessageRepository messages, Event<ContactPointFailed> failed, Clock clock) {
        this.archive = archive;
        this.messages = messages;
        this.failed = failed;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void settled(List<SettledDelivery> deliveries) {
        var ids = deliveries.stream()
                .filter(delivery -> delivery.reason() == Reason.CONTACT_POINT_BAD)
                .map(SettledDelivery::deliveryId)
                .toList();
        if (!ids.isEmpty()) {
            tell(ids);
        }
    }

    private void tell(List<UUID> ids) {
        var found = archive.findDeliveries(ids);
        var renditions = archive.renditions(ids);
        var customers = messages
                .findAll(found.stream().map(Delivery::messageId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(message -> message.id, Function.identity()));
        for (var delivery : found) {
            Optional.ofNullable(renditions.get(delivery.id()))
                    .map(rendition -> rendition.envelope().getOrDefault("to", ""))
                    .filter(to -> !to.isEmpty())
                    .ifPresent(to -> tell(delivery, customers.get(delivery.messageId()), to));
        }
    }

    private void tell(Delivery delivery, @Nullable MessageEntity message, String to) {
        if (message != null) {
            failed.fire(new ContactPointFailed(message.customerId, delivery.channel(), to, clock.instant()));
        }
    }
}
