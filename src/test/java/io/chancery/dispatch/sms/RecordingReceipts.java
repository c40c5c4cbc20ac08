package io.chancery.dispatch.sms;

import io.chancery.dispatch.Receipts;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers receipts, after it failed as often as it was told to. */
final class RecordingReceipts implements Receipts {

    record Entry(String reference, boolean delivered, String code) {}

    final List<Entry> entries = new CopyOnWriteArrayList<>();
    final AtomicInteger failures = new AtomicInteger();

    @Override
    public void record(String reference, boolean delivered, String code, Instant at) {
        if (failures.getAndDecrement() > 0) {
            throw new IllegalStateException("database down");
        }
        entries.add(new Entry(reference, delivered, code));
    }
}
