package io.chancery.message.plan;

import io.chancery.archive.Archive;
import io.chancery.archive.Delivery;
import io.chancery.dispatch.DeliveryListener;
import io.chancery.dispatch.SettledDelivery;
import io.chancery.message.store.CopyTable;
import io.chancery.message.store.MessageRepository;
import io.chancery.vocabulary.Channel;
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
    private final CopyTable copies;
    private final Event<ContactPointFailed> failed;
    private final Clock clock;

    FailedContactPoints(
            Archive archive,
            MessageRepository messages,
            CopyTable copies,
            Event<ContactPointFailed> failed,
            Clock clock) {
        this.archive = archive;
        this.messages = messages;
        this.copies = copies;
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
        var readers = messages
                .findAll(found.stream().map(Delivery::messageId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(message -> message.id, message -> message.customerId));
        copies.of(found).forEach((id, copy) -> readers.put(id, copy.customerId()));
        for (var delivery : found) {
            Optional.ofNullable(renditions.get(delivery.id()))
                    .map(rendition -> rendition.envelope().getOrDefault("to", ""))
                    .filter(to -> !to.isEmpty())
                    .ifPresent(to -> tell(delivery.channel(), readers.get(delivery.partId()), to));
        }
    }

    private void tell(Channel channel, @Nullable UUID customerId, String to) {
        if (customerId != null) {
            failed.fire(new ContactPointFailed(customerId, channel, to, clock.instant()));
        }
    }
}
