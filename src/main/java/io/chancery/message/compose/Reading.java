package io.chancery.message.compose;

import io.chancery.message.store.ComposeQueue;
import io.chancery.message.store.ComposeQueue.Waiting;
import io.chancery.platform.work.Priority;
import io.chancery.platform.work.QueueScan;
import java.util.List;
import java.util.Set;

/**
 * Where one composer reads in the queue, and how much at once: as much as it composes in the time that others may have to
 * wait for it, so texts by the hundred and letters by the dozen. Used by one thread.
 */
final class Reading {

    private static final int SMALLEST = 24;
    private static final int LARGEST = 200;

    private final QueueScan<Waiting> scan;
    private int size = SMALLEST;

    Reading(ComposeQueue queue) {
        scan = new QueueScan<>(queue::heads, System::nanoTime);
    }

    int size() {
        return size;
    }

    List<Waiting> next(List<Integer> shards) throws InterruptedException {
        return scan.next(Set.copyOf(shards), waiting -> true, size);
    }

    /** So many of those that were read have been composed; the others come again. */
    void composed(List<Waiting> read, int count) {
        size = Math.max(SMALLEST, Math.min(LARGEST, count < read.size() ? count : size * 2));
        var left = read.subList(count, read.size());
        for (var priority : Priority.values()) {
            scan.giveBack(
                    priority,
                    left.stream().filter(one -> one.priority() == priority).toList());
        }
    }
}
