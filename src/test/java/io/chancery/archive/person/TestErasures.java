package io.chancery.archive.person;

import io.chancery.platform.Sql;
import io.chancery.platform.keys.MasterKeys;

/** The erasures on record in a test database. */
public final class TestErasures {

    private TestErasures() {}

    public static Erasures on(Sql sql) {
        return new Erasures(sql, MasterKeys.shared());
    }
}
