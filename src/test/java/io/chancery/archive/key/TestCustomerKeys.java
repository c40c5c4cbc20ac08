package io.chancery.archive.key;

import io.chancery.platform.Sql;
import io.chancery.platform.keys.MasterKeys;
import java.time.Clock;

/** The keys of customers on a test database. */
public final class TestCustomerKeys {

    private TestCustomerKeys() {}

    public static CustomerKeys on(Sql sql, Clock clock) {
        return new CustomerKeys(new KeyTable(sql, clock), MasterKeys.shared());
    }
}
