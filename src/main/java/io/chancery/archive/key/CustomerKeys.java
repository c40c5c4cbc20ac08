package io.chancery.archive.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chancery.archive.key.KeyTable.Row;
import io.chancery.platform.keys.MasterKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Each customer's own key, wrapped by the master key in the database, and in memory for as long as work on them goes on. */
@ApplicationScoped
public class CustomerKeys {

    /** An erased customer's key is forgotten after this at the latest, on every node. */
    private static final Duration MEMORY = Duration.ofMinutes(1);

    private static final long MOST_KNOWN = 20_000;
    private static final int LENGTH = 32;

    private final KeyTable table;
    private final MasterKey master;
    private final SecureRandom random = new SecureRandom();
    private final Cache<UUID, CustomerKey> known = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterWrite(MEMORY)
            .build();

    CustomerKeys(KeyTable table, MasterKey master) {
        this.table = table;
        this.master = master;
    }

    /**
     * The keys of customers, to write with; made for those who have none yet, in the caller's transaction. What is still
     * to be said of an erased customer is committed to under a key that tells nothing of them.
     */
    public KeyRing of(Collection<UUID> customerIds) {
        var missing = new HashSet<>(customerIds);
        var found = new HashMap<UUID, CustomerKey>();
        take(known.getAllPresent(missing), found, missing);
        if (!missing.isEmpty()) {
            take(readToWrite(missing), found, missing);
        }
        if (!missing.isEmpty()) {
            make(missing);
            take(readToWrite(missing), found, missing);
        }
        return new KeyRing(found);
    }

    private static void take(Map<UUID, CustomerKey> more, Map<UUID, CustomerKey> found, Set<UUID> missing) {
        found.putAll(more);
        missing.removeAll(more.keySet());
    }

    private Map<UUID, CustomerKey> readToWrite(Set<UUID> ids) {
        var keys = new HashMap<UUID, CustomerKey>();
        read(ids).forEach((id, key) -> keys.put(id, key.orElseGet(() -> afterErasure(id))));
        return keys;
    }

    /** The keys of customers, to read with; those of erased ones are missing. */
    public Map<UUID, CustomerKey> find(Collection<UUID> customerIds) {
        var missing = new HashSet<>(customerIds);
        var found = new HashMap<>(known.getAllPresent(missing));
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) {
            read(missing).forEach((id, key) -> key.ifPresent(present -> found.put(id, present)));
        }
        return found;
    }

    /**
     * The keys of customers as the database has them: empty for those who were erased, missing for those who never had one.
     *
     * @throws IllegalArgumentException if one was changed
     */
    public Map<UUID, Optional<CustomerKey>> read(Set<UUID> ids) {
        var found = new HashMap<UUID, Optional<CustomerKey>>();
        for (var row : table.read(ids)) {
            var key = Optional.ofNullable(row.wrapped())
                    .map(wrapped -> CustomerKey.of(master.unwrap(wrapped, context(row.customerId()))));
            // A key that goes with a transaction that is rolled back must not be remembered.
            if (row.settled()) {
                key.ifPresent(present -> known.put(row.customerId(), present));
            }
            found.put(row.customerId(), key);
        }
        return found;
    }

    private void make(Set<UUID> ids) {
        // In one order, so that two writers never wait for each other.
        table.insert(ids.stream().sorted().map(this::fresh).toList());
    }

    private Row fresh(UUID customerId) {
        var key = new byte[LENGTH];
        random.nextBytes(key);
        return new Row(customerId, master.wrap(key, context(customerId)), false);
    }

    private CustomerKey afterErasure(UUID customerId) {
        return CustomerKey.of(master.derived("erased " + customerId).getEncoded());
    }

    private static byte[] context(UUID customerId) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(customerId.getMostSignificantBits())
                .putLong(customerId.getLeastSignificantBits())
                .array();
    }
}
