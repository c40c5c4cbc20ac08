package io.chancery.message;

import io.chancery.archive.Archive;
import io.chancery.archive.NewEvent;
import io.chancery.message.intake.MessageRefusedException;
import io.chancery.message.plan.FollowUp;
import io.chancery.message.store.ComposeQueue;
import io.chancery.message.store.ComposeQueue.Waiting;
import io.chancery.message.store.MessageRepository;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Cancels what has not been rendered yet; from then on it is on record and on its way. */
@ApplicationScoped
class Cancellation {

    private final MessageRepository messages;
    private final Archive archive;
    private final ComposeQueue queue;
    private final FollowUp followUp;

    Cancellation(MessageRepository messages, Archive archive, ComposeQueue queue, FollowUp followUp) {
        this.messages = messages;
        this.archive = archive;
        this.queue = queue;
        this.followUp = followUp;
    }

    /**
     * Cancels every delivery of the message that still waits.
     *
     * @throws MessageRefusedException if none of them waits any longer
     */
    @Transactional
    void cancel(UUID messageId, Optional<UUID> clientId) {
        var message = messages.findByIdOptional(messageId)
                .filter(one -> clientId.map(one.clientId::equals).orElse(true))
                .orElseThrow(UnknownMessageException::message);
        var ready = archive.deliveries(List.of(messageId)).getOrDefault(messageId, List.of()).stream()
                .map(delivery -> Waiting.of(delivery.id(), message))
                .toList();
        var removed = queue.removeMessage(messageId, ready);
        if (removed.isEmpty()) {
            throw MessageRefusedException.tooLate();
        }
        archive.record(removed.stream()
                .map(id -> NewEvent.because(id, EventKind.CANCELLED, Reason.CANCELLED, Map.of()))
                .toList());
        followUp.follow(List.copyOf(removed));
    }
}
