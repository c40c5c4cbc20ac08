package io.chancery.archive;

import static java.util.stream.Collectors.toMap;

import io.chancery.archive.NewDocument.Part;
import io.chancery.archive.StatusListener.Change;
import io.chancery.archive.document.DocumentTable;
import io.chancery.archive.key.CustomerKeys;
import io.chancery.archive.record.DeliveryTable;
import io.chancery.archive.record.DeliveryTable.Locked;
import io.chancery.archive.record.EventTable;
import io.chancery.platform.digest.Sha256;
import io.chancery.vocabulary.DeliveryStatus;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.Reason;
import io.chancery.vocabulary.Rendition;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * The one place that writes deliveries, events and renditions. Every write belongs to the caller's transaction, so that
 * a change of state and its event stand or fall together.
 */
@ApplicationScoped
public class Archive {

    private final DeliveryTable deliveries;
    private final EventTable events;
    private final DocumentTable documents;
    private final CustomerKeys keys;
    private final List<StatusListener> listeners;

    /** What is kept cannot be read or written now: nobody's fault, and to be tried again. */
    public static class UnavailableException extends RuntimeException {

        protected UnavailableException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    Archive(
            DeliveryTable deliveries,
            EventTable events,
            DocumentTable documents,
            CustomerKeys keys,
            @All List<StatusListener> listeners) {
        this.listeners = listeners;
        this.deliveries = deliveries;
        this.events = events;
        this.documents = documents;
        this.keys = keys;
    }

    /** Puts new deliveries on record, as accepted. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void open(List<NewDelivery> opened) {
        deliveries.insert(opened);
        var accepted = opened.stream()
                .map(delivery -> NewEvent.of(delivery.id(), EventKind.ACCEPTED, delivery.detail()))
                .toList();
        events.insert(
                accepted, commitmentKeys(opened.stream().collect(toMap(NewDelivery::id, NewDelivery::customerId))));
    }

    /** By delivery, from whose delivery it is. */
    private Map<UUID, SecretKey> commitmentKeys(Map<UUID, UUID> customers) {
        return keys.of(customers).keys().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().commitments()));
    }

    /**
     * Appends the events in their order and moves the status of their deliveries on.
     *
     * @return the status after them, of each delivery that was named
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, DeliveryStatus> record(List<NewEvent> recorded) {
        var ids = recorded.stream().map(NewEvent::deliveryId).distinct().toList();
        var locked = deliveries.lock(ids);
        if (locked.size() < ids.size()) {
            throw new IllegalArgumentException("Events of deliveries that are not on record");
        }
        var before = locked.stream().collect(toMap(Locked::id, Locked::status));
        var after = new HashMap<>(before);
        recorded.forEach(event -> after.computeIfPresent(
                event.deliveryId(), (id, status) -> event.kind().after(status)));
        events.insert(recorded, commitmentKeys(locked.stream().collect(toMap(Locked::id, Locked::customerId))));
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
     * @param details what else is to be said of each delivery
     * @return the events that say so, for the caller to record together with what happens next
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<NewEvent> keep(List<NewDocument> rendered, Map<UUID, Map<String, String>> details) {
        var hashes = documents.insert(rendered);
        var events = new ArrayList<NewEvent>();
        for (int i = 0; i < hashes.size(); i++) {
            var id = rendered.get(i).deliveryId();
            var detail = new HashMap<>(details.getOrDefault(id, Map.of()));
            detail.put("stored-sha256", Sha256.hexadecimal(hashes.get(i)));
            events.add(NewEvent.of(id, EventKind.RENDERED, detail));
        }
        return events;
    }

    /** Whether it is known what documents of this kind have in common. */
    @Transactional
    public boolean knows(String kind) {
        return documents.knows(kind);
    }

    /**
     * Takes a document that nobody gets as what all of its kind have in common, so that each is stored as what it differs in.
     *
     * @param sample of the kind that it says, with nothing of any person in it
     */
    @Transactional
    public void learn(NewDocument sample) {
        documents.learn(sample);
    }

    /** The bytes to send, by delivery; deliveries without any are missing. */
    public Map<UUID, Rendition> renditions(Collection<UUID> deliveryIds) {
        return documents.find(deliveryIds, Part.SENT).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().rendition()));
    }

    /** What was kept of one delivery. */
    public Optional<KeptRendition> findRendition(UUID deliveryId) {
        return Optional.ofNullable(
                documents.find(List.of(deliveryId), Part.SENT).get(deliveryId));
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
