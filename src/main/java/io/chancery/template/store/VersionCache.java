package io.chancery.template.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Keeps the most recently used of something that never changes. */
public final class VersionCache<T> {

    private final Map<UUID, T> known;

    public VersionCache(int most) {
        this.known = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, T> eldest) {
                return size() > most;
            }
        };
    }

    /** Loads outside the lock: two threads may load the same, and either result will do. */
    public T get(UUID id, Supplier<T> load) {
        synchronized (known) {
            var value = known.get(id);
            if (value != null) {
                return value;
            }
        }
        var loaded = load.get();
        synchronized (known) {
            known.put(id, loaded);
        }
        return loaded;
    }
}
