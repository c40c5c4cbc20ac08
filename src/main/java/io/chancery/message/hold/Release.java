package io.chancery.message.hold;

import io.chancery.archive.Archive;
import io.chancery.archive.Delivery;
import io.chancery.archive.NewEvent;
import io.chancery.message.store.ComposeQueue;
import io.chancery.message.store.ComposeQueue.Waiting;
import io.chancery.message.store.HoldTable.Held;
import io.chancery.message.store.MessageEntity;
import io.chancery.message.store.MessageRepository;
import io.chancery.message.store.ProviderQueue;
import io.chancery.message.store.ProviderQueue.Rendered;
import io.chancery.platform.work.WorkSignal;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts what was held back to where it waited: before its rendering, or before its hand-over. */
@ApplicationScoped
class Release {

    private final Archive archive;
    private final MessageRepository messages;
    private final ComposeQueue queue;
    private final ProviderQueue providers;
    private final WorkSignal signal;

    Release(
            Archive archive,
            MessageRepository messages,
            ComposeQueue queue,
            ProviderQueue providers,
            WorkSignal signal) {
        this.archive = archive;
        this.messages = messages;
        this.queue = queue;
        this.providers = providers;
        this.signal = signal;
    }

    /** Lets deliveries go on that were held until now, in the caller's transaction. */
    void release(List<Held> held, String by) {
        var entities = messages
                .findAll(held.stream().map(Held::messageId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(message -> message.id, Function.identity()));
        var uncertain = held.stream()
                .filter(one -> one.reason() == Reason.HANDOVER_UNKNOWN)
                .toList();
        archive.record(held.stream()
                .filter(one -> !uncertain.contains(one))
                .map(one -> NewEvent.of(one.deliveryId(), EventKind.RELEASED, Map.of("by", by)))
                .toList());
        resume(uncertain, entities, true);
        resume(
                held.stream()
                        .filter(one -> one.rendered() && !uncertain.contains(one))
                        .toList(),
                entities,
                false);
        compose(held.stream().filter(one -> !one.rendered()).toList(), entities);
        signal.send(ComposeQueue.SIGNAL);
    }

    private void resume(List<Held> held, Map<UUID, MessageEntity> entities, boolean repeat) {
        var ids = held.stream().map(Held::deliveryId).toList();
        var renditions = archive.renditions(ids);
        var deliveries = archive.findDeliveries(ids).stream()
                .filter(delivery -> renditions.containsKey(delivery.id()))
                .collect(Collectors.toMap(Delivery::id, Function.identity()));
        providers.resume(
                held.stream()
                        .filter(one -> deliveries.containsKey(one.deliveryId()))
                        .map(one -> new Rendered(
                                Objects.requireNonNull(entities.get(one.messageId())),
                                Objects.requireNonNull(deliveries.get(one.deliveryId())),
                                Objects.requireNonNull(renditions.get(one.deliveryId()))))
                        .toList(),
                repeat);
    }

    private void compose(List<Held> held, Map<UUID, MessageEntity> entities) {
        queue.add(
                held.stream()
                        .map(one -> Waiting.of(one.deliveryId(), Objects.requireNonNull(entities.get(one.messageId()))))
                        .toList(),
                Instant.EPOCH);
    }
}
