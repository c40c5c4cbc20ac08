package io.chancery.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.archive.blob.Blobs;
import io.chancery.archive.blob.TestBlobs;
import io.chancery.archive.document.TestDocuments;
import io.chancery.archive.export.TestExports;
import io.chancery.archive.key.TestCustomerKeys;
import io.chancery.archive.record.DeliveryTable;
import io.chancery.archive.record.EventTable;
import io.chancery.archive.retention.TestRetention;
import io.chancery.archive.search.TestTexts;
import io.chancery.platform.TestDatabase;
import java.time.Clock;
import java.util.List;

/** The archive on a test database. */
public final class TestArchive {

    private TestArchive() {}

    public static Archive on(TestDatabase database, Clock clock) {
        return on(database, TestBlobs.inRows(), clock);
    }

    /** With contents that lie there. */
    public static Archive on(TestDatabase database, Blobs blobs, Clock clock) {
        var sql = database.sql();
        var json = new ObjectMapper();
        var keys = TestCustomerKeys.on(sql, clock);
        return new Archive(
                new DeliveryTable(sql),
                new EventTable(sql, json, TestDatabase.ids(clock), clock),
                TestDocuments.on(sql, keys, blobs, clock),
                keys,
                List.of());
    }

    /** What it is searched by. */
    public static ArchiveSearch search(TestDatabase database, Clock clock) {
        var sql = database.sql();
        return new ArchiveSearch(
                TestTexts.on(sql),
                TestDocuments.on(sql, TestCustomerKeys.on(sql, clock), clock),
                TestRetention.SHIPPED.duty(sql, clock),
                TestExports.table(sql));
    }
}
