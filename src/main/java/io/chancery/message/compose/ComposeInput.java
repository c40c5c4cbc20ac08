package io.chancery.message.compose;

import io.chancery.archive.Archive;
import io.chancery.archive.Delivery;
import io.chancery.customer.Customers;
import io.chancery.message.plan.Attitude;
import io.chancery.message.plan.Attitudes;
import io.chancery.message.store.ComposeQueue.Waiting;
import io.chancery.message.store.MessageEntity;
import io.chancery.message.store.MessageRepository;
import io.chancery.template.TemplateVersion;
import io.chancery.template.Templates;
import io.chancery.vocabulary.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads everything a batch of deliveries needs, in a few queries: golden record, consents and preferences as of now. */
@ApplicationScoped
class ComposeInput {

    private final Archive archive;
    private final MessageRepository messages;
    private final Customers customers;
    private final Templates templates;
    private final Attitudes attitudes;

    ComposeInput(
            Archive archive,
            MessageRepository messages,
            Customers customers,
            Templates templates,
            Attitudes attitudes) {
        this.archive = archive;
        this.messages = messages;
        this.customers = customers;
        this.templates = templates;
        this.attitudes = attitudes;
    }

    /** One delivery with what it is composed from. */
    record Item(
            Waiting waiting,
            Delivery delivery,
            MessageEntity message,
            TemplateVersion version,
            Recipient recipient,
            Attitude attitude) {}

    @Transactional
    List<Item> load(List<Waiting> waiting) {
        var entities = messages
                .findAll(waiting.stream().map(Waiting::messageId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(message -> message.id, Function.identity()));
        var customerIds =
                entities.values().stream().map(message -> message.customerId).collect(Collectors.toSet());
        var recipients = customers.recipients(customerIds);
        var customerAttitudes = attitudes.of(customerIds);
        var deliveries = archive
                .findDeliveries(waiting.stream().map(Waiting::deliveryId).toList())
                .stream()
                .collect(Collectors.toMap(Delivery::id, Function.identity()));
        return waiting.stream()
                .map(one -> {
                    var message = get(entities, one.messageId());
                    var recipient = get(recipients, message.customerId);
                    var version = templates.get(message.templateVersionId);
                    var attitude = get(customerAttitudes, message.customerId);
                    return new Item(one, get(deliveries, one.deliveryId()), message, version, recipient, attitude);
                })
                .toList();
    }

    private static <T> T get(Map<UUID, T> found, UUID id) {
        return Objects.requireNonNull(found.get(id), () -> "Nothing has the id " + id);
    }
}
