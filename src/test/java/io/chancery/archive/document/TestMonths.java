package io.chancery.archive.document;

import io.chancery.platform.TestDatabase;
import java.time.Clock;

/** The months of a test database. */
public final class TestMonths {

    private TestMonths() {}

    /** Drops those of which nothing is left, as the job does. */
    public static void drop(TestDatabase database) {
        new Months(database.sql(), database, Clock.systemUTC()).drop();
    }
}
