package io.chancery.customer.matching.count;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Numbers by hash. Of one thread while it is filled. */
public final class LongTable {

    private static final int SMALLEST = 64;

    private long[] keys = new long[SMALLEST];
    private float[] values = new float[SMALLEST];
    private int size;

    /** An entry, for writing down. */
    public record Entry(long key, float value) {}

    /** 0 if there is none. */
    public float get(long key) {
        return values[slot(key)];
    }

    public void add(long key, float value) {
        int slot = slot(key);
        if (keys[slot] == 0) {
            keys[slot] = key;
            size++;
        }
        values[slot] += value;
        if (size * 2 > keys.length) {
            grow();
        }
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key ^ (key >>> 29)) & mask;
        while (keys[slot] != key && keys[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        var oldKeys = keys;
        var oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new float[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }

    /** Those above a value, the greatest first. */
    public Entry[] above(float value, int most) {
        return IntStream.range(0, keys.length)
                .filter(slot -> keys[slot] != 0 && values[slot] > value)
                .mapToObj(slot -> new Entry(keys[slot], values[slot]))
                .sorted((a, b) -> a.value != b.value ? Float.compare(b.value, a.value) : Long.compare(a.key, b.key))
                .limit(most)
                .toArray(Entry[]::new);
    }

    /** The value that an entry has on average, when each counts as often as it is large, of those that are not above. */
    public double meanUpTo(float most) {
        var few = IntStream.range(0, values.length)
                .filter(slot -> keys[slot] != 0 && values[slot] <= most)
                .mapToDouble(slot -> values[slot])
                .toArray();
        // Sorted, because the order of the slots depends on the order of filling and sums of doubles on theirs.
        Arrays.sort(few);
        double sum = Arrays.stream(few).sum();
        return sum == 0 ? 1 : Arrays.stream(few).map(count -> count * count).sum() / sum;
    }
}
