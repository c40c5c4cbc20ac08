package io.chancery.archive.expiry;

import io.chancery.platform.Sql;
import io.chancery.platform.keys.MasterKeys;

/** The deletion protocol on a test database. */
public final class TestDeletions {

    private TestDeletions() {}

    public static Deletions on(Sql sql) {
        return new Deletions(new DeletionTable(sql), MasterKeys.shared());
    }
}
