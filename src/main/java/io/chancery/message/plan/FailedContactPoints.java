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
import io.chancery.vocabulary.event.SpamReported;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Says which address or number a delivery has shown to be none, or to be somebody's who calls it spam: the one in its
 * envelope, whatever the customer has by now. Before {@link FollowUp}, which then sees the customer without it.
 */
@ApplicationScoped
@Priority(10)
public class FailedContactPoints implements DeliveryListener {

    private final Archive archive;
    private final MessageRepository messages;
    private final CopyTable copies;
    private final Event<ContactPointFailed> failed;
    private final Event<SpamReported> spam;
    private final Clock clock;

    FailedContactPoints(
            Archive archive,
            MessageRepository messages,
            CopyTable copies,
            Event<ContactPointFailed> failed,
            Event<SpamReported> spam,
            Clock clock) {
        this.archive = archive;
        this.messages = messages;
        this.copies = copies;
        this.failed = failed;
        this.spam = spam;
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
            forEach(
                    ids,
                    point -> failed.fire(
                            new ContactPointFailed(point.customerId(), point.channel(), point.to(), clock.instant())));
        }
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void complained(UUID deliveryId, Instant at) {
        forEach(
                List.of(deliveryId),
                point -> spam.fire(new SpamReported(point.customerId(), point.channel(), point.to(), deliveryId, at)));
    }

    /** Where a delivery went, and whose that was. */
    private record Point(UUID customerId, Channel channel, String to) {}

    private void forEach(List<UUID> ids, Consumer<Point> action) {
        var found = archive.findDeliveries(ids);
        var renditions = archive.renditions(ids);
        var readers = messages
                .findAll(found.stream().map(Delivery::messageId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(message -> message.id, message -> message.customerId));
        copies.of(found).forEach((id, copy) -> readers.put(id, copy.customerId()));
        for (var delivery : found) {
            var customerId = readers.get(delivery.partId());
            var rendition = renditions.get(delivery.id());
            var to = rendition == null ? "" : rendition.envelope().getOrDefault("to", "");
            if (customerId != null && !to.isEmpty()) {
                action.accept(new Point(customerId, delivery.channel(), to));
            }
        }
    }
}
