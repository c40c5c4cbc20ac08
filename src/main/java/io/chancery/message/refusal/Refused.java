package io.chancery.message.refusal;

import io.chancery.archive.Archive;
import io.chancery.archive.Delivery;
import io.chancery.consent.ConsentDecision;
import io.chancery.consent.ConsentQuestion;
import io.chancery.consent.Consents;
import io.chancery.consent.Standing;
import io.chancery.customer.Customers;
import io.chancery.message.plan.Withdrawals.Ending;
import io.chancery.message.store.CopyTable;
import io.chancery.message.store.CopyTable.Copy;
import io.chancery.message.store.MessageEntity;
import io.chancery.message.store.MessageRepository;
import io.chancery.template.Templates;
import io.chancery.vocabulary.DeliveryStatus;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out what of the deliveries that wait their readers refuse by now, by the rules that hold when one is rendered. */
@ApplicationScoped
class Refused {

    private final Archive archive;
    private final MessageRepository messages;
    private final CopyTable copies;
    private final Customers customers;
    private final Consents consents;
    private final Templates templates;

    Refused(
            Archive archive,
            MessageRepository messages,
            CopyTable copies,
            Customers customers,
            Consents consents,
            Templates templates) {
        this.archive = archive;
        this.messages = messages;
        this.copies = copies;
        this.customers = customers;
        this.consents = consents;
        this.templates = templates;
    }

    /** Who reads what, and what they allow, by the ids of customers. */
    private record Readers(Map<UUID, Copy> copies, Map<UUID, Recipient> recipients, Map<UUID, Standing> standings) {

        private UUID of(Delivery delivery, MessageEntity message) {
            return delivery.copyId() == null
                    ? message.customerId
                    : Objects.requireNonNull(copies.get(delivery.copyId())).customerId();
        }
    }

    /** Those of the deliveries that are to end unsent; what has ended, or nobody knows the result of, is passed over. */
    List<Ending> among(Collection<UUID> deliveryIds) {
        if (deliveryIds.isEmpty()) {
            return List.of();
        }
        var waiting = archive.findDeliveries(deliveryIds).stream()
                .filter(Refused::waits)
                .toList();
        var entities = messages
                .findAll(waiting.stream().map(Delivery::messageId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(message -> message.id, Function.identity()));
        var readers = readers(waiting, entities);
        return waiting.stream()
                .flatMap(delivery ->
                        ending(delivery, Objects.requireNonNull(entities.get(delivery.messageId())), readers))
                .toList();
    }

    private static boolean waits(Delivery delivery) {
        return !delivery.status().isFinal() && delivery.status() != DeliveryStatus.UNCERTAIN;
    }

    private Readers readers(List<Delivery> waiting, Map<UUID, MessageEntity> entities) {
        var asked = copies.of(waiting);
        var ids = new HashSet<UUID>();
        entities.values().forEach(message -> ids.add(message.customerId));
        asked.values().forEach(copy -> ids.add(copy.customerId()));
        return new Readers(asked, customers.recipients(ids), consents.standings(ids));
    }

    private Stream<Ending> ending(Delivery delivery, MessageEntity message, Readers readers) {
        var reader = readers.of(delivery, message);
        var recipient = readers.recipients().get(reader);
        if (recipient == null) {
            return Stream.empty();
        }
        var purpose = templates.get(message.templateVersionId).settings().purpose();
        var question =
                ConsentQuestion.of(delivery.channel(), MessageClass.of(message.messageClass), purpose, recipient);
        var decision = readers.standings().getOrDefault(reader, Standing.SILENT).decide(question);
        return decision instanceof ConsentDecision.Refused refused
                ? Stream.of(new Ending(message, delivery, EventKind.SKIPPED, refused.reason()))
                : Stream.empty();
    }
}
