package io.chancery.consent.store;

import io.chancery.platform.Sql;
import java.time.Clock;

/** The tables of consents, for tests without Quarkus. */
public final class TestStore {

    private TestStore() {}

    public static DeclarationReader reader(Sql sql) {
        return new DeclarationReader(sql);
    }

    /** Nobody listens. */
    public static Refusals refusals(Sql sql) {
        return new Refusals(new DeclarationTable(sql), reader(sql), optedOut -> {});
    }

    public static PreferenceTable preferences(Sql sql, Clock clock) {
        return new PreferenceTable(sql, io.chancery.platform.TestDatabase.ids(clock));
    }

    public static SuppressionTable suppressions(Sql sql) {
        return new SuppressionTable(
                sql,
                new SuppressedAddresses(
                        sql, io.chancery.platform.keys.MasterKeys.shared(), java.time.Clock.systemUTC()));
    }
}
