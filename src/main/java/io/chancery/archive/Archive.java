package io.chancery.archive;

import io.chancery.archive.StatusListener.Change;
import io.chancery.vocabulary.DeliveryStatus;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.Reason;
import io.chancery.vocabulary.Rendition;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The one place that writes deliveries, events and renditions. Every write belongs to the caller's transaction, so that
 * a change of state and its event stand or fall together.
 */
@ApplicationScoped
public class Archive {

    private final DeliveryTable deliveries;
    private final EventTable events;
    private final RenditionTable renditions;
    private final List<StatusListener> listeners;

    Archive(
            DeliveryTable deliveries,
            EventTable events,
            RenditionTable renditions,
            @All List<StatusListener> listeners) {
        this.listeners = listeners;
        this.deliveries = deliveries;
        this.events = events;
        this.renditions = renditions;
    }

    /** Puts new deliveries on record, as accepted. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void open(List<NewDelivery> opened) {
        deliveries.insert(opened);
        events.insert(opened.stream()
                .map(delivery -> NewEvent.of(delivery.id(), EventKind.ACCEPTED, delivery.detail()))
                .toList());
    }

    /**
     * Appends the events in their order and moves the status of their deliveries on.
     *
     * @return the status after them, of each delivery that was named
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, DeliveryStatus> record(List<NewEvent> recorded) {
        var ids = recorded.stream().map(NewEvent::deliveryId).distinct().toList();
        var before = deliveries.lock(ids);
        if (before.size() < ids.size()) {
            throw new IllegalArgumentException("Events of deliveries that are not on record");
        }
        var after = new HashMap<>(before);
        recorded.forEach(event -> after.computeIfPresent(
                event.deliveryId(), (id, status) -> event.kind().after(status)));
        events.insert(recorded);
        var changed = new HashMap<>(after);
        changed.entrySet().removeIf(entry -> entry.getValue() == before.get(entry.getKey()));
        deliveries.update(changed);
        if (!changed.isEmpty()) {
            var changes = changes(recorded, changed);
            listeners.forEach(listener -> listener.moved(changes));
        }
        return after;
    }

    private static List<Change> changes(List<NewEvent> recorded, Map<UUID, DeliveryStatus> changed) {
        var reasons = new HashMap<UUID, Reason>();
        recorded.stream()
                .filter(event -> event.kind().isStep())
                .forEach(event -> reasons.compute(event.deliveryId(), (id, before) -> event.reason()));
        return changed.entrySet().stream()
                .map(entry -> new Change(entry.getKey(), entry.getValue(), reasons.get(entry.getKey())))
                .toList();
    }

    /**
     * Keeps the bytes that will be sent, once and for ever.
     *
     * @return the events that say so, for the caller to record together with what happens next
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<NewEvent> keep(Map<UUID, Rendition> rendered, Map<UUID, Map<String, String>> details) {
        var hashes = renditions.insert(rendered);
        return rendered.keySet().stream()
                .map(id -> {
                    var detail = new HashMap<>(details.getOrDefault(id, Map.of()));
                    detail.put("sha256", hashes.get(id));
                    return NewEvent.of(id, EventKind.RENDERED, detail);
                })
                .toList();
    }

    /** The bytes to send, by delivery; deliveries without any are missing. */
    public Map<UUID, Rendition> renditions(Collection<UUID> deliveryIds) {
        return renditions.find(deliveryIds).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().rendition()));
    }

    /** What was kept of one delivery. */
    public Optional<KeptRendition> findRendition(UUID deliveryId) {
        return Optional.ofNullable(renditions.find(List.of(deliveryId)).get(deliveryId));
    }

    /** The deliveries of each message, in the order in which they were opened. */
    public Map<UUID, List<Delivery>> deliveries(Collection<UUID> messageIds) {
        return deliveries.ofMessages(messageIds);
    }

    /** The deliveries with these ids. */
    public List<Delivery> findDeliveries(Collection<UUID> deliveryIds) {
        return deliveries.find(deliveryIds);
    }

    /** Everything that happened to one message, on all channels, oldest first. */
    public List<Event> events(UUID messageId) {
        return events.ofMessage(messageId);
    }
}
