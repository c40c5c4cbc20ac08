package io.chancery.customer.matching.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects which records share a key, of so many keys as fit: when there are more, half of them are forgotten, always the same
 * ones, so that what is kept is a fair sample of all keys.
 */
public final class SharedKeys {

    private final int most;
    private long[] keys;
    private int[] records;
    private int size;
    private int halvings;

    /** A key with the records that share it. */
    public record Group(long key, int[] records) {

        public long pairs() {
            return (long) records.length * (records.length - 1) / 2;
        }

        public void forEachPair(PairVisit visit) {
            for (int i = 0; i < records.length; i++) {
                for (int j = i + 1; j < records.length; j++) {
                    visit.pair(records[i], records[j]);
                }
            }
        }
    }

    /** What is done with two records. */
    @FunctionalInterface
    public interface PairVisit {
        void pair(int a, int b);
    }

    public SharedKeys(int most) {
        this.most = most;
        this.keys = new long[1024];
        this.records = new int[1024];
    }

    public void add(long key, int record) {
        if (!isKept(key)) {
            return;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            records = Arrays.copyOf(records, size * 2);
        }
        keys[size] = key;
        records[size++] = record;
        if (size > most) {
            halve();
        }
    }

    /** Whether a key is in the sample. */
    public boolean isKept(long key) {
        return halvings == 0 || Hash.mix(key ^ 0x5bf03635L) >>> (64 - halvings) == 0;
    }

    /** The share of all keys that is in the sample. */
    public double share() {
        return Math.pow(2, -halvings);
    }

    private void halve() {
        halvings++;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (isKept(keys[i])) {
                keys[kept] = keys[i];
                records[kept++] = records[i];
            }
        }
        size = kept;
    }

    /** The groups of two to so many records, by key; the records of each in the order in which they came. */
    public List<Group> groups(int largest) {
        var order = new long[size][];
        for (int i = 0; i < size; i++) {
            order[i] = new long[] {keys[i], records[i]};
        }
        Arrays.sort(order, (a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]));
        var groups = new ArrayList<Group>();
        for (int from = 0, to; from < size; from = to) {
            to = from + 1;
            while (to < size && order[to][0] == order[from][0]) {
                to++;
            }
            if (to - from >= 2 && to - from <= largest) {
                groups.add(new Group(order[from][0], recordsOf(order, from, to)));
            }
        }
        return groups;
    }

    private static int[] recordsOf(long[][] order, int from, int to) {
        return Arrays.stream(order, from, to).mapToInt(entry -> (int) entry[1]).toArray();
    }
}
