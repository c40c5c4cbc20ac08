package io.chancery.dispatch;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener that remembers what it was told, and refuses what it should. */
public final class RecordingDeliveryListener implements DeliveryListener {

    private final List<SettledDelivery> settled = new CopyOnWriteArrayList<>();
    private final Set<UUID> refused = ConcurrentHashMap.newKeySet();

    public void refuse(UUID deliveryId) {
        refused.add(deliveryId);
    }

    public void refuseNothing() {
        refused.clear();
    }

    public List<SettledDelivery> settled() {
        return settled;
    }

    @Override
    public void settled(List<SettledDelivery> deliveries) {
        if (deliveries.stream().anyMatch(delivery -> refused.contains(delivery.deliveryId()))) {
            throw new IllegalStateException("refused by the test");
        }
        settled.addAll(deliveries);
    }
}
