package io.chancery.dispatch.receipt;

import io.chancery.archive.Archive;
import io.chancery.dispatch.DeliveryListener;
import io.chancery.platform.TestDatabase;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The receipt book on a test database. */
public final class TestReceiptBook implements AutoCloseable {

    private final ReceiptBook book;

    public TestReceiptBook(TestDatabase database, Archive archive, DeliveryListener listener, Clock clock) {
        var table = new ReceiptTable(database.sql());
        var matching = new ReceiptMatching(table, database, archive, List.of(listener));
        this.book = new ReceiptBook(table, matching, database, clock);
        book.start(new StartupEvent());
    }

    public ReceiptBook book() {
        return book;
    }

    /** As many threads of a provider's connection would. */
    void recordTogether(List<String> references, Instant at) {
        references.parallelStream().forEach(reference -> book.record(reference, true, "DELIVRD", at));
    }

    public void sweep() {
        book.sweep();
    }

    @Override
    public void close() {
        book.stop(new ShutdownEvent());
    }
}
