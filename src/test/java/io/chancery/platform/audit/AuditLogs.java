package io.chancery.platform.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.platform.TestDatabase;
import io.chancery.platform.keys.MasterKeys;
import java.nio.file.Path;
import java.time.Clock;

/** Audit logs for tests that need no Quarkus. */
public final class AuditLogs {

    private AuditLogs() {}

    /** The one in a database, with a key in a folder. */
    public static AuditLog of(TestDatabase database, Path keys, Clock clock) {
        return new AuditLog(
                new AuditTable(database.sql(), new ObjectMapper()),
                MasterKeys.in(keys),
                TestDatabase.ids(clock),
                clock);
    }
}
