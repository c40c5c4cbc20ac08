package io.chancery.archive.document;

import io.chancery.platform.MutableClock;
import io.chancery.platform.TestDatabase;

/** The months of a test database. */
public final class TestMonths {

    private TestMonths() {}

    /** Drops those of which nothing is left, as the job does. */
    public static void drop(TestDatabase database) {
        new Months(database.sql(), database, MutableClock.atNoon()).drop();
    }
}
