package io.chancery.dispatch.queue;

import io.chancery.archive.Archive;
import io.chancery.archive.TestArchive;
import io.chancery.dispatch.RecordingDeliveryListener;
import io.chancery.dispatch.receipt.TestReceiptBook;
import io.chancery.platform.TestDatabase;
import java.time.Clock;

/** What workers share: a database, and what stands on it. */
record DispatchWorld(
        TestDatabase database,
        Clock clock,
        Archive archive,
        RecordingDeliveryListener listener,
        TestReceiptBook receipts,
        DispatchQueue queue) {

    static DispatchWorld on(TestDatabase database, Clock clock) {
        var archive = TestArchive.on(database, clock);
        var listener = new RecordingDeliveryListener();
        return new DispatchWorld(
                database,
                clock,
                archive,
                listener,
                new TestReceiptBook(database, archive, listener, clock),
                new DispatchQueue(database.sql(), database));
    }
}
