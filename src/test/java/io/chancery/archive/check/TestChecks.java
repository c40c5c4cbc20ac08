package io.chancery.archive.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.archive.ArchiveFixture;
import io.chancery.archive.blob.TestBlobs;
import io.chancery.archive.expiry.TestDeletions;
import io.chancery.archive.key.TestCustomerKeys;
import io.chancery.archive.person.TestErasures;
import io.chancery.archive.seal.TestLog;
import io.chancery.archive.stamp.TestAuthorities;
import io.chancery.platform.audit.AuditLog;
import java.nio.file.Path;
import java.util.List;

/** Checks of an archive whose documents lie in rows. */
final class TestChecks {

    private TestChecks() {}

    /**
     * What one of everything finds, with keys as the database has them now.
     *
     * @param folder of what the time-stamping authority is
     */
    static List<Finding> found(ArchiveFixture archive, TestLog log, AuditLog audit, Path folder) {
        var sql = archive.database().sql();
        var deletions = TestDeletions.on(sql);
        var keys = new RowKeys(TestCustomerKeys.on(sql, archive.clock()), TestErasures.on(sql));
        var rows = new RecordedRows(sql, keys, audit, deletions, TestBlobs.inRows(), new ObjectMapper());
        var trail = new CheckpointTrail(log.table, log.anchor, log.key, TestAuthorities.of(folder));
        return new IntegrityCheck(log.seals, rows, new Tombstones(deletions), trail)
                .run(seal -> true)
                .findings()
                .told();
    }
}
