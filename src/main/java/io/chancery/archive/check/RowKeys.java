package io.chancery.archive.check;

import io.chancery.archive.key.CustomerKey;
import io.chancery.archive.key.CustomerKeys;
import io.chancery.archive.person.Erasures;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The keys by which rows are bound to their content, and the erasures that have taken some of them. */
@ApplicationScoped
class RowKeys {

    private final CustomerKeys keys;
    private final Erasures erasures;

    RowKeys(CustomerKeys keys, Erasures erasures) {
        this.keys = keys;
        this.erasures = erasures;
    }

    /** @param readers by delivery */
    Known of(Map<UUID, UUID> readers) {
        var found = usable(readers);
        var dark = readers.entrySet().stream()
                .filter(entry -> Optional.empty().equals(found.get(entry.getKey())))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        return new Known(found, erasures.of(dark));
    }

    /** Those that can be used; without the others' each row of a delivery has a fault. */
    private Map<UUID, Optional<CustomerKey>> usable(Map<UUID, UUID> readers) {
        try {
            return keys.read(readers);
        } catch (IllegalArgumentException e) {
            var usable = new HashMap<UUID, Optional<CustomerKey>>();
            readers.forEach((delivery, reader) -> {
                try {
                    usable.putAll(keys.read(Map.of(delivery, reader)));
                } catch (IllegalArgumentException broken) {
                    // Told by its rows, as it is not among the usable ones.
                }
            });
            return usable;
        }
    }

    /**
     * What is known of the rows of some deliveries.
     *
     * @param keys by delivery: empty if it was destroyed, missing if there is none that can be used
     * @param erased by customer, what the erasure that is on record has kept
     */
    record Known(Map<UUID, Optional<CustomerKey>> keys, Map<UUID, Set<UUID>> erased) {

        /**
         * What is wrong with a row, in words.
         *
         * @param expected the commitment that its content has under a key
         */
        @Nullable
        String fault(UUID deliveryId, UUID customerId, Function<CustomerKey, byte[]> expected, byte[] commitment) {
            var key = keys.get(deliveryId);
            if (key == null) {
                return "its customer has no key, or another one";
            }
            if (key.isEmpty()) {
                return unreadable(deliveryId, erased.get(customerId));
            }
            return MessageDigest.isEqual(expected.apply(key.get()), commitment) ? null : RecordedRows.NOT_COMMITTED;
        }

        /**
         * Of what was erased nobody can tell any more.
         *
         * @param kept what the erasure of its customer has kept; null if none is on record
         */
        private static @Nullable String unreadable(UUID deliveryId, @Nullable Set<UUID> kept) {
            if (kept == null) {
                return "its customer's key was emptied, and no erasure is on record";
            }
            return kept.contains(deliveryId) ? "its key was kept when its customer was erased, and is gone" : null;
        }
    }
}
