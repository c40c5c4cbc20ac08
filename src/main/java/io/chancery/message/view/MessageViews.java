package io.chancery.message.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chancery.archive.Archive;
import io.chancery.archive.Delivery;
import io.chancery.archive.Event;
import io.chancery.message.MessageView;
import io.chancery.message.MessageView.CopyView;
import io.chancery.message.MessageView.DeliveryView;
import io.chancery.message.MessageView.Subject;
import io.chancery.message.MessageView.Times;
import io.chancery.message.store.CopyTable;
import io.chancery.message.store.CopyTable.Copy;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together what callers see of a message. */
@ApplicationScoped
public class MessageViews {

    private final Archive archive;
    private final Templates templates;
    private final MessageRepository messages;
    private final CopyTable copies;

    MessageViews(Archive archive, Templates templates, MessageRepository messages, CopyTable copies) {
        this.archive = archive;
        this.templates = templates;
        this.messages = messages;
        this.copies = copies;
    }

    /**
     * @param readers the ids of a customer, who sees of a message to somebody else no more than their copy; null for all of it
     */
    @Transactional
    public List<MessageView> withoutReasons(List<UUID> ids, @Nullable List<UUID> readers) {
        var deliveries = archive.deliveries(ids);
        var asked = copies.of(deliveries.values().stream().flatMap(List::stream).toList());
        return messages.findAll(ids).stream()
                .map(message -> {
                    var all = deliveries.getOrDefault(message.id, List.of());
                    var sight = readers == null || readers.contains(message.customerId)
                            ? Sight.whole(message, all)
                            : Sight.copy(copiesOf(all, asked, readers), all);
                    return view(message, sight, delivery -> deliveryView(delivery, asked, Optional.empty(), "en"));
                })
                .toList();
    }

    private static List<Copy> copiesOf(List<Delivery> deliveries, Map<UUID, Copy> asked, List<UUID> readers) {
        return deliveries.stream()
                .flatMap(delivery -> Stream.ofNullable(asked.get(delivery.partId())))
                .filter(copy -> readers.contains(copy.customerId()))
                .toList();
    }

    public MessageView withReasons(MessageEntity message, List<Event> events, String language) {
        var deliveries = archive.deliveries(List.of(message.id)).getOrDefault(message.id, List.of());
        var asked = copies.of(deliveries);
        return view(
                message,
                Sight.whole(message, deliveries),
                delivery -> deliveryView(delivery, asked, lastReason(delivery, events), language));
    }

    /** The reason of the event that brought the delivery where it is. */
    private static Optional<Reason> lastReason(Delivery delivery, List<Event> events) {
        return events.stream()
                .filter(event ->
                        event.deliveryId().equals(delivery.id()) && event.kind().isStep())
                .reduce((earlier, later) -> later)
                .map(Event::reason);
    }

    /**
     * What somebody may see of a message.
     *
     * @param decisive the deliveries that its status comes from
     */
    private record Sight(
            String ucid, String language, JsonNode metadata, List<Delivery> decisive, List<Delivery> shown) {

        private static Sight whole(MessageEntity message, List<Delivery> deliveries) {
            return new Sight(
                    message.ucid, message.language, message.metadata, of(Set.of(message.id), deliveries), deliveries);
        }

        /** @param copies at least one, and several only of customers who were merged since */
        private static Sight copy(List<Copy> copies, List<Delivery> deliveries) {
            var own = of(copies.stream().map(Copy::id).collect(Collectors.toSet()), deliveries);
            var first = copies.get(0);
            return new Sight(first.ucid(), first.language(), JsonNodeFactory.instance.objectNode(), own, own);
        }

        private static List<Delivery> of(Set<UUID> parts, List<Delivery> deliveries) {
            return deliveries.stream()
                    .filter(delivery -> parts.contains(delivery.partId()))
                    .toList();
        }
    }

    private MessageView view(MessageEntity message, Sight sight, Function<Delivery, DeliveryView> shown) {
        var version = templates.get(message.templateVersionId);
        return new MessageView(
                message.id,
                status(message, sight.decisive()),
                new Subject(
                        message.template,
                        version.number(),
                        MessageClass.of(message.messageClass),
                        sight.language(),
                        message.test),
                new Ucid(sight.ucid()),
                message.reference,
                new Times(message.createdAt, message.sendAt, message.expiresAt),
                sight.metadata(),
                sight.shown().stream().map(shown).toList());
    }

    private MessageStatus status(MessageEntity message, List<Delivery> decisive) {
        return decisive.isEmpty()
                ? messages.outcome(message.id)
                : MessageStatus.of(decisive.stream().map(Delivery::status).toList());
    }

    private static DeliveryView deliveryView(
            Delivery delivery, Map<UUID, Copy> asked, Optional<Reason> reason, String language) {
        return new DeliveryView(
                delivery.id(),
                delivery.channel(),
                delivery.status(),
                reason.orElse(null),
                reason.map(one -> one.sentence(language)).orElse(null),
                Optional.ofNullable(asked.get(delivery.partId()))
                        .map(copy -> new CopyView(copy.role(), new Ucid(copy.ucid())))
                        .orElse(null));
    }
}
