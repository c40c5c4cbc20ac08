package io.chancery.customer.rematch.packed;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Millions of ids, each in its sixteen bytes. */
public final class PackedIds {

    private long[] high = new long[1024];
    private long[] low = new long[1024];
    private int size;

    /** Null is kept as zeros, which no id is. */
    public void add(@Nullable UUID id) {
        if (size == high.length) {
            high = Arrays.copyOf(high, size * 2);
            low = Arrays.copyOf(low, size * 2);
        }
        high[size] = id == null ? 0 : id.getMostSignificantBits();
        low[size++] = id == null ? 0 : id.getLeastSignificantBits();
    }

    @Nullable
    public UUID find(int index) {
        return high[index] == 0 && low[index] == 0 ? null : get(index);
    }

    public UUID get(int index) {
        return new UUID(high[index], low[index]);
    }

    public void set(int index, UUID id) {
        high[index] = id.getMostSignificantBits();
        low[index] = id.getLeastSignificantBits();
    }

    public int size() {
        return size;
    }
}
