package io.chancery.message.hold;

import io.chancery.archive.Archive;
import io.chancery.archive.Delivery;
import io.chancery.archive.NewEvent;
import io.chancery.message.plan.FollowUp;
import io.chancery.message.store.HoldTable;
import io.chancery.message.store.HoldTable.Held;
import io.chancery.vocabulary.DeliveryStatus;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Ends holds. Each call is a transaction; a delivery that is not held any more is passed over. */
@ApplicationScoped
class HoldDesk {

    private final HoldTable table;
    private final Stops stops;
    private final Release release;
    private final Archive archive;
    private final FollowUp followUp;

    HoldDesk(HoldTable table, Stops stops, Release release, Archive archive, FollowUp followUp) {
        this.table = table;
        this.stops = stops;
        this.release = release;
        this.archive = archive;
        this.followUp = followUp;
    }

    /**
     * Lets deliveries go on where they were; the guards look at them again, if they have not been rendered yet.
     *
     * @throws HoldException if a stop in force holds one
     */
    @Transactional
    int release(Collection<UUID> deliveryIds, String by) {
        var held = table.take(deliveryIds);
        if (held.stream().anyMatch(stops::hold)) {
            throw HoldException.stopInForce();
        }
        release.release(held, by);
        return held.size();
    }

    /** Calls deliveries off. */
    @Transactional
    int cancel(Collection<UUID> deliveryIds, String by) {
        return end(deliveryIds, EventKind.CANCELLED, Reason.CANCELLED, Map.of("by", by));
    }

    /** Gives up what nobody has decided on in time. */
    @Transactional
    int expire(Collection<UUID> deliveryIds) {
        return end(deliveryIds, EventKind.EXPIRED, Reason.HOLD_EXPIRED, Map.of());
    }

    private int end(Collection<UUID> deliveryIds, EventKind as, Reason reason, Map<String, String> detail) {
        var held = ids(table.take(deliveryIds));
        archive.record(held.stream()
                .map(id -> NewEvent.because(id, as, reason, detail))
                .toList());
        followUp.follow(held);
        return held.size();
    }

    /** Somebody has learned that the provider has taken over what nobody knew of; the others are passed over. */
    @Transactional
    int confirm(Collection<UUID> deliveryIds, String by) {
        var uncertain = archive.findDeliveries(deliveryIds).stream()
                .filter(delivery -> delivery.status() == DeliveryStatus.UNCERTAIN)
                .map(Delivery::id)
                .toList();
        var held = ids(table.take(uncertain));
        archive.record(held.stream()
                .map(id -> NewEvent.of(id, EventKind.SENT, Map.of("by", by)))
                .toList());
        followUp.follow(held);
        return held.size();
    }

    private static List<UUID> ids(List<Held> held) {
        return held.stream().map(Held::deliveryId).toList();
    }
}
