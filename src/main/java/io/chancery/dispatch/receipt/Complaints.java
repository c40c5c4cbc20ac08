package io.chancery.dispatch.receipt;

import io.chancery.archive.Archive;
import io.chancery.archive.NewEvent;
import io.chancery.dispatch.DeliveryListener;
import io.chancery.platform.work.Transactions;
import io.chancery.vocabulary.EventKind;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts on record who called a delivery spam: once, since a mailbox provider may say so again. */
@ApplicationScoped
public class Complaints {

    private final Transactions transactions;
    private final Archive archive;
    private final List<DeliveryListener> listeners;

    Complaints(Transactions transactions, Archive archive, @All List<DeliveryListener> listeners) {
        this.transactions = transactions;
        this.archive = archive;
        this.listeners = listeners;
    }

    /**
     * When it returns, the complaint is stored with all that follows from it.
     *
     * @param at by the provider's clock
     */
    public void record(UUID deliveryId, Instant at) {
        transactions.run(() -> {
            if (!isOnRecord(deliveryId)) {
                var detail = Map.of("at", at.toString());
                archive.record(List.of(NewEvent.of(deliveryId, EventKind.COMPLAINED, detail)));
                listeners.forEach(listener -> listener.complained(deliveryId, at));
            }
        });
    }

    private boolean isOnRecord(UUID deliveryId) {
        return archive.findDeliveries(List.of(deliveryId)).stream()
                .flatMap(delivery -> archive.events(delivery.messageId()).stream())
                .anyMatch(event -> event.deliveryId().equals(deliveryId) && event.kind() == EventKind.COMPLAINED);
    }
}
