package io.chancery.message.trial;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chancery.archive.Archive;
import io.chancery.archive.Delivery;
import io.chancery.archive.NewDelivery;
import io.chancery.archive.NewDocument;
import io.chancery.archive.NewEvent;
import io.chancery.customer.Customers.Nameless;
import io.chancery.message.plan.Attitudes;
import io.chancery.message.simulation.SimulatedOutcome;
import io.chancery.message.simulation.Simulation;
import io.chancery.message.simulation.Simulation.Tried;
import io.chancery.message.store.MessageEntity;
import io.chancery.message.store.MessageRepository;
import io.chancery.message.store.ProviderQueue;
import io.chancery.message.store.ProviderQueue.Rendered;
import io.chancery.message.trial.TrialSending.Ready;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.audit.AuditLog;
import io.chancery.render.RenderRequest;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.DeliveryStatus;
import io.chancery.vocabulary.MessageClass;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Puts on record what authors send to themselves and gives it to the dispatcher, in one transaction. What is sent is in the
 * archive like everything else. As a test it is in no tally, no customer's timeline and no news; and as its reader has no
 * golden record, no other channel follows on one that fails.
 */
@ApplicationScoped
class TrialRecords {

    private final TesterTable testers;
    private final MessageRepository messages;
    private final Way way;
    private final Attitudes attitudes;
    private final IdGenerator ids;
    private final Clock clock;

    /** The way of every delivery from here on. */
    @Singleton
    static class Way {

        private final Archive archive;
        private final ProviderQueue providers;
        private final Simulation simulation;

        Way(Archive archive, ProviderQueue providers, Simulation simulation) {
            this.archive = archive;
            this.providers = providers;
            this.simulation = simulation;
        }
    }

    TrialRecords(
            TesterTable testers,
            MessageRepository messages,
            Way way,
            Attitudes attitudes,
            IdGenerator ids,
            Clock clock) {
        this.testers = testers;
        this.messages = messages;
        this.way = way;
        this.attitudes = attitudes;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether the address must not be used. */
    @Transactional
    boolean isSuppressed(Channel channel, RenderRequest request) {
        var nobody = new UUID(0, 0);
        boolean marketing = request.template().settings().messageClass() == MessageClass.MARKETING;
        return Objects.requireNonNull(
                        attitudes.of(Map.of(nobody, request.recipient())).get(nobody))
                .suppression(channel, marketing)
                .isPresent();
    }

    /** @return the id of the message */
    @Transactional
    UUID begin(UUID clientId, RenderRequest request, List<Ready> ready) {
        var reader = testers.get(clientId);
        var message = message(clientId, reader, request, ready);
        messages.insert(List.of(message));
        way.archive.open(ready.stream()
                .map(one -> new NewDelivery(one.id(), reader.id(), message.id, null, one.channel(), Map.of()))
                .toList());
        var rendered = way.archive.keep(
                ready.stream().map(one -> document(one, reader, request)).toList(), details(request, ready));
        send(message, reader, ready, rendered);
        AuditLog.detail("message", message.id);
        return message.id;
    }

    private MessageEntity message(UUID clientId, Nameless reader, RenderRequest request, List<Ready> ready) {
        var message = new MessageEntity();
        message.id = ids.next();
        message.clientId = clientId;
        message.test = true;
        message.customerId = reader.id();
        message.ucid = reader.ucid().text();
        message.templateVersionId = request.template().id();
        message.template = request.template().key();
        message.messageClass = request.template().settings().messageClass().code();
        message.reference = request.reference();
        message.language = request.language();
        message.channels = ready.stream().map(one -> one.channel().name()).toArray(String[]::new);
        message.data = request.data();
        message.metadata = JsonNodeFactory.instance.objectNode().put("trial", "workshop");
        message.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        message.sendAt = message.createdAt;
        return message;
    }

    private static NewDocument document(Ready one, Nameless reader, RenderRequest request) {
        var used = Map.<String, Object>of(
                "template", request.template().key(),
                "version", request.template().id(),
                "brand", request.template().brand().key(),
                "brandVersion", request.template().brand().number(),
                "reference", request.reference(),
                "data", request.data(),
                "customer", request.reader());
        return new NewDocument(one.id(), reader.id(), NewDocument.Part.SENT, one.rendition(), used, "");
    }

    private static Map<UUID, Map<String, String>> details(RenderRequest request, List<Ready> ready) {
        var detail = Map.of("template-version", request.template().id().toString(), "trial", "workshop");
        return ready.stream().collect(Collectors.toMap(Ready::id, one -> detail));
    }

    /** Nobody prints the letter: what would become of it is only put on record. */
    private void send(MessageEntity message, Nameless reader, List<Ready> ready, List<NewEvent> rendered) {
        var byWay = ready.stream().collect(Collectors.partitioningBy(one -> TrialSending.isSent(one.channel())));
        var sent = byWay.getOrDefault(true, List.of());
        if (!sent.isEmpty()) {
            way.providers.enqueue(
                    sent.stream().map(one -> queued(message, reader, one)).toList(), of(sent, rendered));
        }
        var kept = byWay.getOrDefault(false, List.of());
        if (!kept.isEmpty()) {
            way.simulation.run(
                    kept.stream()
                            .map(one -> new Tried(one.id(), true, SimulatedOutcome.DELIVERED_AND_CONFIRMED))
                            .toList(),
                    of(kept, rendered));
        }
    }

    private static Rendered queued(MessageEntity message, Nameless reader, Ready one) {
        var delivery = new Delivery(one.id(), reader.id(), message.id, null, one.channel(), DeliveryStatus.RENDERED);
        return new Rendered(message, delivery, one.rendition());
    }

    private static List<NewEvent> of(List<Ready> ready, List<NewEvent> events) {
        var ids = ready.stream().map(Ready::id).collect(Collectors.toSet());
        return events.stream().filter(event -> ids.contains(event.deliveryId())).toList();
    }
}
