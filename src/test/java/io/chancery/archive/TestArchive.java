package io.chancery.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.platform.TestDatabase;
import java.time.Clock;
import java.util.List;

/** The archive on a test database. */
public final class TestArchive {

    private TestArchive() {}

    public static Archive on(TestDatabase database, Clock clock) {
        var sql = database.sql();
        var json = new ObjectMapper();
        return new Archive(
                new DeliveryTable(sql),
                new EventTable(sql, json, TestDatabase.ids(clock), clock),
                new RenditionTable(sql, json, clock),
                List.of());
    }
}
