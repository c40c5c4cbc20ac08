package io.chancery.faults;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the providers of one channel have taken over, and what they did to whoever handed it over. Outlives every kill. */
final class Acceptances {

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final Map<Mischief.Kind, AtomicInteger> mischief = new ConcurrentHashMap<>();
    private final AtomicInteger total = new AtomicInteger();

    void taken(String key) {
        counts.merge(key, 1, Integer::sum);
        total.incrementAndGet();
    }

    void played(Mischief.Kind kind) {
        mischief.computeIfAbsent(kind, any -> new AtomicInteger()).incrementAndGet();
    }

    /** How often each was taken. */
    Map<String, Integer> counts() {
        return Map.copyOf(counts);
    }

    int total() {
        return total.get();
    }

    int played(Mischief.Kind... kinds) {
        int sum = 0;
        for (var kind : kinds) {
            sum += mischief.getOrDefault(kind, new AtomicInteger()).get();
        }
        return sum;
    }
}
