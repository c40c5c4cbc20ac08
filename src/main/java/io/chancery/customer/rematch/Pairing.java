package io.chancery.customer.rematch;

import io.chancery.customer.matching.MatchModel;
import io.chancery.customer.rematch.packed.EdgeList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Compares all records that share a key, on all processors; the answer does not depend on how many there are. */
final class Pairing {

    private static final int RECORDS_AT_ONCE = 4096;

    private final Census census;
    private final Blocks blocks;
    private final MatchModel model;

    Pairing(Census census, MatchModel model) {
        this.census = census;
        this.blocks = Blocks.of(census);
        this.model = model;
    }

    /** The pairs that are at least doubtful. */
    EdgeList compare() {
        var executor = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
            var thread = new Thread(task, "rematch");
            thread.setDaemon(true);
            return thread;
        });
        try {
            var parts = new ArrayList<Future<EdgeList>>();
            for (int start = 0; start < census.size(); start += RECORDS_AT_ONCE) {
                int from = start;
                parts.add(executor.submit(() -> compare(from, Math.min(census.size(), from + RECORDS_AT_ONCE))));
            }
            return gather(parts);
        } finally {
            executor.shutdownNow();
        }
    }

    private static EdgeList gather(List<Future<EdgeList>> parts) {
        var edges = new EdgeList();
        try {
            for (var part : parts) {
                edges.addAll(part.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while records were compared", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Records could not be compared", e.getCause());
        }
        return edges;
    }

    private EdgeList compare(int from, int to) {
        var edges = new EdgeList();
        var seenBy = new Seen();
        for (int record = from; record < to; record++) {
            var traits = census.traits(record);
            int current = record;
            seenBy.clear();
            blocks.earlier(record, other -> {
                if (seenBy.add(other)) {
                    double weight = model.weight(census.traits(other), traits);
                    if (weight >= model.keepWeight()) {
                        edges.add(other, current, weight);
                    }
                }
            });
        }
        return edges;
    }

    /** A small set of numbers that is emptied in no time. */
    private static final class Seen {

        private static final int SLOTS = 4096;

        private final int[] values = new int[SLOTS];
        private final int[] rounds = new int[SLOTS];
        private int round;

        void clear() {
            round++;
        }

        boolean add(int value) {
            int slot = value * 0x9E3779B9 >>> 20;
            while (rounds[slot] == round) {
                if (values[slot] == value) {
                    return false;
                }
                slot = slot + 1 & SLOTS - 1;
            }
            rounds[slot] = round;
            values[slot] = value;
            return true;
        }
    }
}
