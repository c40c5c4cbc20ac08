package io.chancery.message.intake;

import io.chancery.message.intake.AcceptedMessage.AcceptedCopy;
import io.chancery.message.store.CopyTable;
import io.chancery.message.store.CopyTable.Copy;
import io.chancery.message.store.MessageEntity;
import io.chancery.message.store.MessageRepository;
import io.chancery.message.store.Openings;
import io.chancery.platform.IdGenerator;
import io.chancery.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Puts an accepted message and its copies on record and opens their first deliveries, in the caller's transaction. */
@ApplicationScoped
class MessageWriter {

    private final MessageRepository messages;
    private final CopyTable copies;
    private final Openings openings;
    private final IdGenerator ids;
    private final Clock clock;

    MessageWriter(MessageRepository messages, CopyTable copies, Openings openings, IdGenerator ids, Clock clock) {
        this.messages = messages;
        this.copies = copies;
        this.openings = openings;
        this.ids = ids;
        this.clock = clock;
    }

    UUID write(AcceptedMessage accepted) {
        var message = entity(accepted);
        messages.persistAndFlush(message);
        openings.open(
                message,
                null,
                accepted.channels(),
                accepted.version().settings().plan());
        if (!accepted.copies().isEmpty()) {
            writeCopies(accepted, message);
        }
        return message.id;
    }

    private void writeCopies(AcceptedMessage accepted, MessageEntity message) {
        var written = new LinkedHashMap<Copy, List<Channel>>();
        accepted.copies().forEach(copy -> written.put(copy(copy, accepted), copy.channels()));
        copies.insert(List.copyOf(written.keySet()));
        var plan = accepted.version().settings().plan();
        written.forEach((copy, channels) -> openings.open(message, copy, channels, plan));
    }

    private Copy copy(AcceptedCopy copy, AcceptedMessage message) {
        var recipient = copy.addressee().recipient();
        return new Copy(
                ids.next(),
                message.id(),
                copy.role(),
                copy.addressee().customerId(),
                recipient.ucid().text(),
                message.version().languageFor(recipient.language()));
    }

    private MessageEntity entity(AcceptedMessage accepted) {
        var order = accepted.order();
        var options = order.options();
        var message = new MessageEntity();
        message.id = accepted.id();
        message.clientId = accepted.clientId();
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
        message.createdAt = clock.instant();
        message.sendAt = Objects.requireNonNullElse(options.sendAt(), message.createdAt);
        message.expiresAt = options.expiresAt();
        return message;
    }
}
