package io.chancery.message.hold;

import io.chancery.archive.Archive;
import io.chancery.archive.Delivery;
import io.chancery.dispatch.DeliveryListener;
import io.chancery.dispatch.SettledDelivery;
import io.chancery.message.store.HoldTable;
import io.chancery.message.store.HoldTable.Held;
import io.chancery.vocabulary.DeliveryStatus;
import io.chancery.vocabulary.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets deliveries wait for a person, in the transaction that says why. */
@ApplicationScoped
public class Holds implements DeliveryListener {

    private static final Set<DeliveryStatus> RECEIVED = EnumSet.of(DeliveryStatus.DELIVERED, DeliveryStatus.RETURNED);

    private final HoldTable table;
    private final HoldConfig config;
    private final Archive archive;
    private final Clock clock;

    Holds(HoldTable table, HoldConfig config, Archive archive, Clock clock) {
        this.table = table;
        this.config = config;
        this.archive = archive;
        this.clock = clock;
    }

    /**
     * Holds deliveries; the event is the caller's.
     *
     * @param stopId the order that holds them; null for another reason
     * @param rendered whether their renditions are in the archive
     */
    public void hold(List<Delivery> deliveries, Reason reason, @Nullable UUID stopId, boolean rendered) {
        var now = clock.instant();
        table.add(deliveries.stream()
                .map(delivery -> new Held(
                        delivery.id(), delivery.messageId(), reason, stopId, rendered, now, now.plus(config.life())))
                .toList());
    }

    /** What nobody knows the result of waits for a person, until a receipt says it. */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void settled(List<SettledDelivery> deliveries) {
        var uncertain = deliveries.stream()
                .filter(delivery -> delivery.status() == DeliveryStatus.UNCERTAIN)
                .map(SettledDelivery::deliveryId)
                .toList();
        if (!uncertain.isEmpty()) {
            hold(archive.findDeliveries(uncertain), Reason.HANDOVER_UNKNOWN, null, true);
        }
        var received = deliveries.stream()
                .filter(delivery -> RECEIVED.contains(delivery.status()))
                .map(SettledDelivery::deliveryId)
                .toList();
        if (!received.isEmpty()) {
            table.take(received);
        }
    }
}
