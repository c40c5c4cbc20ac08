package io.chancery.archive;

import io.chancery.archive.blob.Blobs;
import io.chancery.archive.blob.TestBlobs;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.MutableClock;
import io.chancery.platform.TestDatabase;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.Rendition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A database with an archive in it. */
public final class ArchiveFixture implements AutoCloseable {

    /** Of each delivery: what was sent, and the events that it was rendered, attempted and sent. */
    public static final int LEAVES = 4;

    private final TestDatabase database;
    private final MutableClock clock = MutableClock.atNoon();
    private final IdGenerator ids = TestDatabase.ids(clock);
    private final Archive archive;

    public ArchiveFixture() {
        this(TestDatabase.create());
    }

    public ArchiveFixture(TestDatabase database) {
        this(database, TestBlobs.inRows());
    }

    /** With contents that lie there. */
    public ArchiveFixture(TestDatabase database, Blobs blobs) {
        this.database = database;
        archive = TestArchive.on(database, blobs, clock);
    }

    public TestDatabase database() {
        return database;
    }

    public MutableClock clock() {
        return clock;
    }

    public Archive archive() {
        return archive;
    }

    /** Deliveries to a customer each, whose texts have been sent. */
    public List<UUID> sent(int count) {
        var made = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) {
            made.add(sent());
        }
        return made;
    }

    private UUID sent() {
        var id = ids.next();
        var customer = ids.next();
        database.execute(
                "insert into delivery (id, customer_id, message_id, channel, status) values ('%s', '%s', '%s', 'sms', 'accepted')"
                        .formatted(id, customer, ids.next()));
        var text = new Rendition.Text(
                ("Guten Tag " + id).getBytes(StandardCharsets.UTF_8), Map.of("to", "+4915112345678"));
        database.run(() -> archive.record(
                archive.keep(List.of(NewDocument.sent(id, customer, text)), Map.of(id, Map.of("version", "v1")))));
        database.run(() -> archive.record(List.of(
                new NewEvent(id, EventKind.ATTEMPTED, 1, null, Map.of("provider", "sink")),
                new NewEvent(id, EventKind.SENT, 1, null, Map.of("answer", "250 Ök")))));
        return id;
    }

    /** A receipt says that it has arrived. */
    public void delivered(UUID id) {
        database.run(() -> archive.record(List.of(new NewEvent(id, EventKind.DELIVERED, 1, null, Map.of()))));
    }

    @Override
    public void close() {
        database.close();
    }
}
