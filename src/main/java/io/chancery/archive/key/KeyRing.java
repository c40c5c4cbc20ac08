package io.chancery.archive.key;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The keys of the deliveries that were asked for, one for each. */
public record KeyRing(Map<UUID, CustomerKey> keys) {

    public CustomerKey get(UUID deliveryId) {
        return Objects.requireNonNull(keys.get(deliveryId), () -> "The key of " + deliveryId + " was not asked for");
    }
}
