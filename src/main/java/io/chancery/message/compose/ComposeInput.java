package io.chancery.message.compose;

import io.chancery.archive.Archive;
import io.chancery.archive.Delivery;
import io.chancery.customer.Customers;
import io.chancery.message.plan.Attitude;
import io.chancery.message.plan.Attitudes;
import io.chancery.message.store.ComposeQueue.Waiting;
import io.chancery.message.store.CopyTable;
import io.chancery.message.store.CopyTable.Copy;
import io.chancery.message.store.MessageEntity;
import io.chancery.message.store.MessageRepository;
import io.chancery.render.RenderRequest;
import io.chancery.render.RenderRequest.Reader;
import io.chancery.template.TemplateVersion;
import io.chancery.template.Templates;
import io.chancery.vocabulary.PersonName;
import io.chancery.vocabulary.Recipient;
import io.chancery.vocabulary.Recipient.ContactPoints;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads everything a batch of deliveries needs, in a few queries: golden record, consents and preferences as of now. */
@ApplicationScoped
class ComposeInput {

    /** A customer whose last record was deleted, or who was erased, while something waited for them. */
    private static final Recipient NOBODY = new Recipient(
            Ucid.ofNumber(0), 0, PersonName.NONE, null, "de", null, new ContactPoints(null, null, null, null));

    private final Archive archive;
    private final MessageRepository messages;
    private final CopyTable copies;
    private final Customers customers;
    private final Templates templates;
    private final Attitudes attitudes;

    ComposeInput(
            Archive archive,
            MessageRepository messages,
            CopyTable copies,
            Customers customers,
            Templates templates,
            Attitudes attitudes) {
        this.archive = archive;
        this.messages = messages;
        this.copies = copies;
        this.customers = customers;
        this.templates = templates;
        this.attitudes = attitudes;
    }

    /**
     * One delivery with what it is composed from.
     *
     * @param orphaned whether no record is left of who reads it, or of the customer of whose message it is a copy
     * @param attitude of who reads it
     */
    record Item(
            Waiting waiting,
            Delivery delivery,
            MessageEntity message,
            TemplateVersion version,
            Reader reader,
            boolean orphaned,
            Attitude attitude) {}

    @Transactional
    List<Item> load(List<Waiting> waiting) {
        var entities = byId(
                messages.findAll(
                        waiting.stream().map(Waiting::messageId).distinct().toList()),
                message -> message.id);
        var deliveries = byId(
                archive.findDeliveries(waiting.stream().map(Waiting::deliveryId).toList()), Delivery::id);
        var asked = copies.of(deliveries.values());
        var customerIds = Stream.concat(
                        entities.values().stream().map(message -> message.customerId),
                        asked.values().stream().map(Copy::customerId))
                .collect(Collectors.toSet());
        var known = customers.recipients(customerIds);
        var recipients = new HashMap<>(known);
        customerIds.forEach(id -> recipients.putIfAbsent(id, NOBODY));
        var read = new Read(asked, recipients, known.keySet(), attitudes.of(recipients));
        return waiting.stream()
                .map(one -> item(one, get(deliveries, one.deliveryId()), get(entities, one.messageId()), read))
                .toList();
    }

    /** What was read of copies and customers, by their ids. */
    private record Read(
            Map<UUID, Copy> copies, Map<UUID, Recipient> recipients, Set<UUID> known, Map<UUID, Attitude> attitudes) {

        private boolean orphaned(Delivery delivery, MessageEntity message) {
            return !known.contains(message.customerId) || !known.contains(delivery.customerId());
        }

        private Reader reader(Delivery delivery, MessageEntity message, TemplateVersion version) {
            var recipient = get(recipients, message.customerId);
            if (delivery.copyId() == null || orphaned(delivery, message)) {
                return new Reader(recipient, message.language);
            }
            var copy = get(copies, delivery.copyId());
            var language = copy.language();
            var role = RenderRequest.Copy.of(version, copy.role(), language, recipient);
            return new Reader(get(recipients, copy.customerId()), language).with(role);
        }
    }

    private Item item(Waiting waiting, Delivery delivery, MessageEntity message, Read read) {
        var version = templates.get(message.templateVersionId);
        var reader = read.reader(delivery, message, version);
        return new Item(
                waiting,
                delivery,
                message,
                version,
                reader,
                read.orphaned(delivery, message),
                get(read.attitudes(), delivery.customerId()));
    }

    private static <T> Map<UUID, T> byId(List<T> found, Function<T, UUID> id) {
        return found.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    private static <T> T get(Map<UUID, T> found, UUID id) {
        return Objects.requireNonNull(found.get(id), () -> "Nothing has the id " + id);
    }
}
