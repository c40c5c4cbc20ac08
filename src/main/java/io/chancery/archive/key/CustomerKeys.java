package io.chancery.archive.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chancery.archive.key.KeyTable.Kept;
import io.chancery.archive.key.KeyTable.Row;
import io.chancery.platform.keys.MasterKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Each customer's own key, wrapped by the master key in the database, and in memory for as long as work on them goes on;
 * from it, those of their deliveries. To erase a customer, all but what must be kept, is to keep the keys of those deliveries and
 * to destroy the customer's: nothing in the archive is written again, and nothing else has to be found.
 */
@ApplicationScoped
public class CustomerKeys {

    /** An erased customer's key is forgotten after this at the latest, on every node. */
    private static final Duration MEMORY = Duration.ofMinutes(1);

    private static final long MOST_KNOWN = 20_000;
    private static final int LENGTH = 32;

    private final KeyTable table;
    private final MasterKey master;
    private final SecureRandom random = new SecureRandom();
    private final Cache<UUID, byte[]> known = memory();
    /** By delivery: there are several events of each, and a document. */
    private final Cache<UUID, CustomerKey> derived = memory();

    CustomerKeys(KeyTable table, MasterKey master) {
        this.table = table;
        this.master = master;
    }

    private static <T> Cache<UUID, T> memory() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_KNOWN)
                .expireAfterWrite(MEMORY)
                .build();
    }

    /**
     * The keys of deliveries, to write with; made for customers who have none yet, in the caller's transaction. What is still
     * to be said of what was erased is committed to under a key that tells nothing of it.
     *
     * @param deliveries by their ids, who reads them
     */
    public KeyRing of(Map<UUID, UUID> deliveries) {
        var found = new HashMap<>(derived.getAllPresent(deliveries.keySet()));
        var missing = without(deliveries, found.keySet());
        if (!missing.isEmpty()) {
            var roots = rootsToWrite(Set.copyOf(missing.values()));
            keys(missing, roots)
                    .forEach((id, key) ->
                            found.put(id, key.orElseGet(() -> afterErasure(missing.getOrDefault(id, id), id))));
        }
        return new KeyRing(found);
    }

    private static Map<UUID, UUID> without(Map<UUID, UUID> deliveries, Set<UUID> found) {
        return deliveries.entrySet().stream()
                .filter(entry -> !found.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The keys of deliveries, to read with; those of what was erased are missing. */
    public Map<UUID, CustomerKey> find(Map<UUID, UUID> deliveries) {
        var found = new HashMap<>(derived.getAllPresent(deliveries.keySet()));
        read(without(deliveries, found.keySet()))
                .forEach((id, key) -> key.ifPresent(present -> found.put(id, present)));
        return found;
    }

    /**
     * The keys of deliveries as the database has them: empty for what was erased, missing for customers who never had one.
     *
     * @throws IllegalArgumentException if one was changed
     */
    public Map<UUID, Optional<CustomerKey>> read(Map<UUID, UUID> deliveries) {
        return deliveries.isEmpty() ? Map.of() : keys(deliveries, roots(Set.copyOf(deliveries.values())));
    }

    private Map<UUID, Optional<CustomerKey>> keys(Map<UUID, UUID> deliveries, Map<UUID, Optional<byte[]>> roots) {
        var kept = kept(deliveries.keySet().stream()
                .filter(id -> Optional.empty().equals(roots.get(deliveries.get(id))))
                .toList());
        var keys = new HashMap<UUID, Optional<CustomerKey>>();
        deliveries.forEach((id, customerId) -> Optional.ofNullable(roots.get(customerId))
                .ifPresent(root -> keys.put(
                        id,
                        root.map(present -> derive(customerId, present, id))
                                .or(() -> Optional.ofNullable(kept.get(id))))));
        return keys;
    }

    private CustomerKey derive(UUID customerId, byte[] root, UUID deliveryId) {
        var key = CustomerKey.of(CustomerKey.secret(root, deliveryId));
        if (known.getIfPresent(customerId) != null) {
            derived.put(deliveryId, key);
        }
        return key;
    }

    private Map<UUID, CustomerKey> kept(List<UUID> deliveryIds) {
        return deliveryIds.isEmpty()
                ? Map.of()
                : table.kept(deliveryIds).stream()
                        .collect(Collectors.toMap(
                                Kept::deliveryId,
                                row -> CustomerKey.of(master.unwrap(row.wrapped(), context(row.deliveryId())))));
    }

    private Map<UUID, Optional<byte[]>> rootsToWrite(Set<UUID> customers) {
        var found = new HashMap<UUID, Optional<byte[]>>();
        var missing = new HashSet<>(customers);
        known.getAllPresent(missing).forEach((id, root) -> found.put(id, Optional.of(root)));
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) {
            found.putAll(roots(missing));
            missing.removeAll(found.keySet());
        }
        if (!missing.isEmpty()) {
            // In one order, so that two writers never wait for each other.
            table.insert(missing.stream().sorted().map(this::fresh).toList());
            found.putAll(roots(missing));
        }
        return found;
    }

    private Map<UUID, Optional<byte[]>> roots(Set<UUID> customers) {
        var found = new HashMap<UUID, Optional<byte[]>>();
        for (var row : table.read(customers)) {
            var root = Optional.ofNullable(row.wrapped())
                    .map(wrapped -> master.unwrap(wrapped, context(row.customerId())));
            // A key that goes with a transaction that is rolled back must not be remembered.
            if (row.settled()) {
                root.ifPresent(present -> known.put(row.customerId(), present));
            }
            found.put(row.customerId(), root);
        }
        return found;
    }

    private Row fresh(UUID customerId) {
        var key = new byte[LENGTH];
        random.nextBytes(key);
        return new Row(customerId, master.wrap(key, context(customerId)), false);
    }

    private CustomerKey afterErasure(UUID customerId, UUID deliveryId) {
        var root = master.derived("erased " + customerId).getEncoded();
        return CustomerKey.of(CustomerKey.secret(root, deliveryId));
    }

    /**
     * Destroys the keys of customers, in the caller's transaction, and keeps those of single deliveries. Whoever has none gets
     * none any more.
     *
     * @param kept by the ids of deliveries, who of the customers reads them
     */
    public void destroy(Collection<UUID> customers, Map<UUID, UUID> kept) {
        var roots = roots(Set.copyOf(kept.values()));
        table.keep(kept.entrySet().stream()
                .flatMap(entry -> Optional.ofNullable(roots.get(entry.getValue())).stream()
                        .flatMap(Optional::stream)
                        .map(root -> keep(entry.getKey(), entry.getValue(), root)))
                .toList());
        table.empty(customers);
        forget(customers);
    }

    private Kept keep(UUID deliveryId, UUID customerId, byte[] root) {
        var secret = CustomerKey.secret(root, deliveryId);
        return new Kept(deliveryId, customerId, master.wrap(secret, context(deliveryId)));
    }

    /** This node remembers nothing of them any more: to be called once more when they are destroyed for good. */
    public void forget(Collection<UUID> customers) {
        known.invalidateAll(customers);
        derived.invalidateAll();
    }

    private static byte[] context(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
