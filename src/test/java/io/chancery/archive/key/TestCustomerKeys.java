package io.chancery.archive.key;

import io.chancery.platform.Sql;
import io.chancery.platform.keys.MasterKey;
import io.chancery.platform.keys.MasterKeys;
import java.time.Clock;

/** The keys of customers on a test database. */
public final class TestCustomerKeys {

    private TestCustomerKeys() {}

    public static CustomerKeys on(Sql sql, Clock clock) {
        return on(sql, MasterKeys.shared(), clock);
    }

    /** Wrapped by this master key. */
    public static CustomerKeys on(Sql sql, MasterKey master, Clock clock) {
        return new CustomerKeys(new KeyTable(sql, clock), master);
    }
}
