package io.chancery.message.intake;

import io.chancery.message.store.MessageEntity;
import io.chancery.message.store.MessageRepository;
import io.chancery.message.store.Openings;
import io.chancery.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

/** Puts an accepted message on record and opens its first deliveries, in the caller's transaction. */
@ApplicationScoped
class MessageWriter {

    private final MessageRepository messages;
    private final Openings openings;
    private final Clock clock;

    MessageWriter(MessageRepository messages, Openings openings, Clock clock) {
        this.messages = messages;
        this.openings = openings;
        this.clock = clock;
    }

    UUID write(AcceptedMessage accepted) {
        var message = entity(accepted);
        messages.persistAndFlush(message);
        openings.open(message, accepted.channels());
        return message.id;
    }

    private MessageEntity entity(AcceptedMessage accepted) {
        var order = accepted.order();
        var options = order.options();
        var message = new MessageEntity();
        message.id = accepted.id();
        message.clientId = accepted.clientId();
        message.customerId = accepted.customerId();
        message.ucid = accepted.recipient().ucid().text();
        message.templateVersionId = accepted.version().id();
        message.template = accepted.version().key();
        message.messageClass = accepted.version().settings().messageClass().code();
        message.reference = order.reference();
        message.language = accepted.version()
                .languageFor(Objects.requireNonNullElse(
                        options.language(), accepted.recipient().language()));
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
