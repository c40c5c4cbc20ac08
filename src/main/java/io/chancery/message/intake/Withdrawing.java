package io.chancery.message.intake;

import io.chancery.archive.Archive;
import io.chancery.message.Messages;
import io.chancery.message.UnknownMessageException;
import io.chancery.message.plan.Withdrawals;
import io.chancery.message.store.MessageRepository;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Cancels what is not being handed over yet. */
@ApplicationScoped
class Withdrawing implements Messages.Cancellation {

    private final MessageRepository messages;
    private final Archive archive;
    private final Withdrawals withdrawals;

    Withdrawing(MessageRepository messages, Archive archive, Withdrawals withdrawals) {
        this.messages = messages;
        this.archive = archive;
        this.withdrawals = withdrawals;
    }

    @Override
    @Transactional
    public void cancel(UUID messageId, Optional<UUID> clientId) {
        var message = messages.findByIdOptional(messageId)
                .filter(one -> clientId.map(one.clientId::equals).orElse(true))
                .orElseThrow(UnknownMessageException::message);
        var deliveries = archive.deliveries(List.of(messageId)).getOrDefault(messageId, List.of());
        if (withdrawals
                .withdraw(message, deliveries, EventKind.CANCELLED, Reason.CANCELLED)
                .isEmpty()) {
            throw MessageRefusedException.tooLate();
        }
    }
}
