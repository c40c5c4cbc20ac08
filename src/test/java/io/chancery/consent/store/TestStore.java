package io.chancery.consent.store;

import io.chancery.platform.Sql;
import java.time.Clock;

/** The tables of consents, for tests without Quarkus. */
public final class TestStore {

    private TestStore() {}

    public static DeclarationReader reader(Sql sql) {
        return new DeclarationReader(sql);
    }

    public static DeclarationTable table(Sql sql) {
        return new DeclarationTable(sql);
    }

    public static PreferenceTable preferences(Sql sql, Clock clock) {
        return new PreferenceTable(sql, io.chancery.platform.TestDatabase.ids(clock));
    }
}
