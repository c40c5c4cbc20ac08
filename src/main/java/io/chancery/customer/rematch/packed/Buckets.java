package io.chancery.customer.rematch.packed;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Numbers put into numbered buckets, each bucket in ascending order: a counting sort in two arrays. */
public final class Buckets {

    private final int[] offsets;
    private final int[] numbers;

    /**
     * @param buckets how many there are
     * @param size how many numbers: 0 to size − 1
     * @param bucketOf into which bucket a number belongs
     */
    public Buckets(int buckets, int size, IntUnaryOperator bucketOf) {
        offsets = new int[buckets + 1];
        for (int i = 0; i < size; i++) {
            offsets[bucketOf.applyAsInt(i) + 1]++;
        }
        for (int i = 0; i < buckets; i++) {
            offsets[i + 1] += offsets[i];
        }
        var next = Arrays.copyOf(offsets, buckets);
        numbers = new int[size];
        for (int i = 0; i < size; i++) {
            numbers[next[bucketOf.applyAsInt(i)]++] = i;
        }
    }

    public int[] of(int bucket) {
        return Arrays.copyOfRange(numbers, offsets[bucket], offsets[bucket + 1]);
    }
}
