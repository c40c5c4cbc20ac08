package io.chancery.message.intake;

import io.chancery.message.intake.AcceptedMessage.AcceptedCopy;
import io.chancery.message.store.CopyTable;
import io.chancery.message.store.CopyTable.Copy;
import io.chancery.message.store.MessageEntity;
import io.chancery.message.store.MessageRepository;
import io.chancery.message.store.Openings;
import io.chancery.message.store.Openings.Opening;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.security.ApiClients;
import io.chancery.platform.trace.TraceParent;
import io.chancery.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Puts accepted messages and their copies on record and opens their first deliveries, in the caller's transaction. */
@ApplicationScoped
class MessageWriter {

    private final MessageRepository messages;
    private final CopyTable copies;
    private final Openings openings;
    private final ApiClients clients;
    private final IdGenerator ids;
    private final Clock clock;

    MessageWriter(
            MessageRepository messages,
            CopyTable copies,
            Openings openings,
            ApiClients clients,
            IdGenerator ids,
            Clock clock) {
        this.clients = clients;
        this.messages = messages;
        this.copies = copies;
        this.openings = openings;
        this.ids = ids;
        this.clock = clock;
    }

    List<MessageEntity> write(List<AcceptedMessage> accepted) {
        var entities = accepted.stream().map(this::entity).toList();
        messages.insert(entities);
        var opened = new ArrayList<Opening>();
        for (int i = 0; i < entities.size(); i++) {
            opened.addAll(openings(accepted.get(i), entities.get(i)));
        }
        var asked = opened.stream()
                .flatMap(opening -> Stream.ofNullable(opening.copy()))
                .toList();
        if (!asked.isEmpty()) {
            copies.insert(asked);
        }
        openings.open(opened);
        return entities;
    }

    /** The message itself before its copies. */
    private List<Opening> openings(AcceptedMessage accepted, MessageEntity message) {
        var plan = accepted.version().settings().plan();
        var parts = new ArrayList<Opening>();
        parts.add(new Opening(message, null, accepted.channels(), plan));
        accepted.copies().forEach(copy -> parts.add(new Opening(message, copy(copy, accepted), copy.channels(), plan)));
        return parts;
    }

    private Copy copy(AcceptedCopy copy, AcceptedMessage message) {
        var recipient = copy.addressee().recipient();
        return new Copy(
                ids.next(),
                message.origin().id(),
                copy.role(),
                copy.addressee().customerId(),
                recipient.ucid().text(),
                message.version().languageFor(recipient.language()));
    }

    private MessageEntity entity(AcceptedMessage accepted) {
        var order = accepted.order();
        var options = order.options();
        var message = new MessageEntity();
        message.id = accepted.origin().id();
        message.clientId = accepted.origin().clientId();
        message.test = clients.isTest(accepted.origin().clientId());
        var item = accepted.origin().item();
        message.runId = item == null ? null : item.runId();
        message.runLine = item == null ? null : item.line();
        message.customerId = accepted.addressee().customerId();
        message.ucid = accepted.addressee().recipient().ucid().text();
        message.templateVersionId = accepted.version().id();
        message.template = accepted.version().key();
        message.messageClass = accepted.version().settings().messageClass().code();
        message.reference = order.reference();
        message.language = accepted.version()
                .languageFor(Objects.requireNonNullElse(
                        options.language(), accepted.addressee().recipient().language()));
        message.channels = options.channels().isEmpty()
                ? null
                : options.channels().stream().map(Channel::name).toArray(String[]::new);
        message.data = order.data();
        message.metadata = order.metadata();
        message.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        message.sendAt = Objects.requireNonNullElse(options.sendAt(), message.createdAt);
        message.expiresAt = options.expiresAt();
        message.traceparent = TraceParent.current().map(TraceParent::text).orElse(null);
        return message;
    }
}
