package io.chancery.message;

import io.chancery.archive.Archive;
import io.chancery.archive.Delivery;
import io.chancery.archive.Event;
import io.chancery.message.MessageView.DeliveryView;
import io.chancery.message.MessageView.Subject;
import io.chancery.message.MessageView.Times;
import io.chancery.message.store.MessageEntity;
import io.chancery.message.store.MessageRepository;
import io.chancery.template.Templates;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.MessageStatus;
import io.chancery.vocabulary.Reason;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Puts together what callers see of a message. */
@ApplicationScoped
class MessageViews {

    private final Archive archive;
    private final Templates templates;
    private final MessageRepository messages;

    MessageViews(Archive archive, Templates templates, MessageRepository messages) {
        this.archive = archive;
        this.templates = templates;
        this.messages = messages;
    }

    @Transactional
    List<MessageView> withoutReasons(List<UUID> ids) {
        var deliveries = archive.deliveries(ids);
        return messages.findAll(ids).stream()
                .map(message -> view(
                        message, deliveries.getOrDefault(message.id, List.of()), delivery -> Optional.empty(), "en"))
                .toList();
    }

    MessageView withReasons(MessageEntity message, List<Event> events, String language) {
        var deliveries = archive.deliveries(List.of(message.id)).getOrDefault(message.id, List.of());
        return view(message, deliveries, delivery -> lastReason(delivery, events), language);
    }

    /** The reason of the event that brought the delivery where it is. */
    private static Optional<Reason> lastReason(Delivery delivery, List<Event> events) {
        return events.stream()
                .filter(event ->
                        event.deliveryId().equals(delivery.id()) && event.kind().isStep())
                .reduce((earlier, later) -> later)
                .map(Event::reason);
    }

    private MessageView view(
            MessageEntity message,
            List<Delivery> deliveries,
            Function<Delivery, Optional<Reason>> reasons,
            String language) {
        var version = templates.get(message.templateVersionId);
        return new MessageView(
                message.id,
                MessageStatus.of(deliveries.stream().map(Delivery::status).toList()),
                new Subject(
                        message.template, version.number(), MessageClass.of(message.messageClass), message.language),
                new Ucid(message.ucid),
                message.reference,
                new Times(message.createdAt, message.sendAt, message.expiresAt),
                message.metadata,
                deliveries.stream()
                        .map(delivery -> deliveryView(delivery, reasons.apply(delivery), language))
                        .toList());
    }

    private static DeliveryView deliveryView(Delivery delivery, Optional<Reason> reason, String language) {
        return new DeliveryView(
                delivery.id(),
                delivery.channel(),
                delivery.status(),
                reason.orElse(null),
                reason.map(one -> one.sentence(language)).orElse(null));
    }
}
