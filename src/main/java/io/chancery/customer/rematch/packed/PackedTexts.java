package io.chancery.customer.rematch.packed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Millions of short texts in little more memory than their UTF-8 bytes. Only grows. */
public final class PackedTexts {

    private static final int CHUNK = 1 << 20;

    private final List<byte[]> chunks = new ArrayList<>();
    /** Chunk in the high, offset in the low 32 bits, of each text. */
    private long[] places = new long[1024];

    private int[] lengths = new int[1024];
    private int size;
    private int used = CHUNK;

    public void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (used + bytes.length > CHUNK) {
            chunks.add(new byte[Math.max(CHUNK, bytes.length)]);
            used = 0;
        }
        if (size == places.length) {
            places = Arrays.copyOf(places, size * 2);
            lengths = Arrays.copyOf(lengths, size * 2);
        }
        System.arraycopy(bytes, 0, chunks.get(chunks.size() - 1), used, bytes.length);
        places[size] = (long) (chunks.size() - 1) << 32 | used;
        lengths[size++] = bytes.length;
        used += bytes.length;
    }

    public String get(int index) {
        long place = places[index];
        return new String(chunks.get((int) (place >>> 32)), (int) place, lengths[index], StandardCharsets.UTF_8);
    }

    public int size() {
        return size;
    }
}
