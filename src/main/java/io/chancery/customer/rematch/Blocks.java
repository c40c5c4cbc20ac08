package io.chancery.customer.rematch;

import io.chancery.customer.matching.MatchKeys;
import java.util.Arrays;

/**
 * Which records share a key. Keys are cut to 40 bits, so that a key and a record's number fit one word: a few strangers
 * meet by accident, are compared, and found unlike.
 */
final class Blocks {

    private static final int RECORD_BITS = 24;
    private static final long RECORD_MASK = (1L << RECORD_BITS) - 1;

    /** More records than this have no number. */
    static final int MOST_RECORDS = 1 << RECORD_BITS;

    /** Key and record, sorted. */
    private final long[] entries;
    /** Where the blocks of each record begin in {@link #starts}. */
    private final int[] offsets;
    /** For each record and each of its useful keys, where the key's block begins in {@link #entries}. */
    private final int[] starts;

    private Blocks(long[] entries, int records) {
        this.entries = entries;
        this.offsets = new int[records + 1];
        forEachBlock((start, end) -> {
            for (int i = start; i < end; i++) {
                offsets[record(i) + 1]++;
            }
        });
        for (int i = 0; i < records; i++) {
            offsets[i + 1] += offsets[i];
        }
        this.starts = new int[offsets[records]];
        var next = Arrays.copyOf(offsets, records);
        forEachBlock((start, end) -> {
            for (int i = start; i < end; i++) {
                starts[next[record(i)]++] = start;
            }
        });
    }

    static Blocks of(Census census) {
        var entries = new long[Math.max(16, census.size() * 8)];
        int size = 0;
        for (int record = 0; record < census.size(); record++) {
            for (long key : MatchKeys.of(census.traits(record))) {
                if (size == entries.length) {
                    entries = Arrays.copyOf(entries, size + size / 2);
                }
                entries[size++] = key << RECORD_BITS | record;
            }
        }
        Arrays.parallelSort(entries, 0, size);
        return new Blocks(Arrays.copyOf(entries, size), census.size());
    }

    private interface BlockReader {
        void read(int start, int end);
    }

    /** Every block of at least two records that not too many share. */
    private void forEachBlock(BlockReader reader) {
        int start = 0;
        for (int i = 1; i <= entries.length; i++) {
            if (i == entries.length || entries[i] >>> RECORD_BITS != entries[start] >>> RECORD_BITS) {
                if (i - start > 1 && i - start <= MatchKeys.MOST_RECORDS) {
                    reader.read(start, i);
                }
                start = i;
            }
        }
    }

    private int record(int entry) {
        return (int) (entries[entry] & RECORD_MASK);
    }

    /** Takes the number of a record. */
    interface Visitor {
        void visit(int record);
    }

    /** Visits the records of smaller number that share a key with this one; one that shares several, several times. */
    void earlier(int record, Visitor visitor) {
        for (int i = offsets[record]; i < offsets[record + 1]; i++) {
            for (int entry = starts[i]; record(entry) < record; entry++) {
                visitor.visit(record(entry));
            }
        }
    }
}
