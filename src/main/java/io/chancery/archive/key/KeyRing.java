package io.chancery.archive.key;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The keys of the customers that were asked for, one for each. */
public record KeyRing(Map<UUID, CustomerKey> keys) {

    public CustomerKey get(UUID customerId) {
        return Objects.requireNonNull(keys.get(customerId), () -> "The key of " + customerId + " was not asked for");
    }
}
