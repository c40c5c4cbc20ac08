package io.chancery.archive.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.archive.ArchiveFixture;
import io.chancery.archive.key.TestCustomerKeys;
import io.chancery.archive.seal.TestLog;
import io.chancery.platform.TestDatabase;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.AuditEntry.Act;
import io.chancery.platform.audit.AuditEntry.Actor;
import io.chancery.platform.audit.AuditLog;
import io.chancery.platform.audit.AuditLogs;
import io.chancery.platform.audit.SubjectKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TamperTest {

    /** More of them by {@code -Dchancery.test.mutations=100000}. */
    private static final int MUTATIONS = Integer.getInteger("chancery.test.mutations", 500);

    @TempDir
    Path folder;

    private ArchiveFixture archive;
    private TestLog log;
    private AuditLog audit;

    @BeforeEach
    void start() {
        archive = new ArchiveFixture(TestDatabase.createForSuperuser());
        log = new TestLog(archive.database(), folder, archive.clock());
        audit = AuditLogs.of(archive.database(), folder.resolve("audit"), archive.clock());
        var anna = new Actor("anna", List.of("agent"), "203.0.113.7");
        for (int i = 0; i < 3; i++) {
            archive.sent(30);
            audit.append(anna, new Act(AuditAction.VIEWED, SubjectKind.CUSTOMER, "no. " + i, Map.of("page", "1")));
            log.seal();
            log.sign();
        }
    }

    @AfterEach
    void stop() {
        archive.close();
    }

    /** With keys as the database has them now. */
    private List<Finding> check() {
        var sql = archive.database().sql();
        var rows = new RecordedRows(sql, TestCustomerKeys.on(sql, archive.clock()), audit, new ObjectMapper());
        var trail = new CheckpointTrail(log.table, log.anchor, log.key);
        return new IntegrityCheck(log.seals, rows, trail)
                .run(seal -> true)
                .findings()
                .told();
    }

    @Test
    void nothing_is_found_where_nothing_was_done() {
        assertThat(check()).isEmpty();
    }

    /** Carries what was found out of a transaction that is rolled back. */
    private static final class Undone extends RuntimeException {}

    @Test
    void whatever_is_done_to_the_database_is_found_and_named() {
        long seed = System.nanoTime();
        var tampering = new Tampering(archive.database(), log, seed);
        for (int i = 0; i < MUTATIONS; i++) {
            try {
                archive.database().run(() -> {
                    var deed = tampering.next();
                    assertThat(check())
                            .as("%s (seed %d)", deed.what(), seed)
                            .anySatisfy(finding -> assertThat(deed.traces())
                                    .anyMatch(trace -> finding.toString().contains(trace)));
                    throw new Undone();
                });
            } catch (Undone e) {
                // As it was before.
            }
        }
    }

    @Test
    void an_event_that_somebody_adds_without_the_keys_is_sealed_and_found() {
        archive.database().execute("""
                insert into event (id, delivery_id, at, kind, attempt, reason, detail, commitment)
                select gen_random_uuid(), delivery_id, at, 'delivered', attempt, reason, detail, commitment from event limit 1
                """);
        log.seal();
        log.sign();

        assertThat(check()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Finding.Code.ROW_CHANGED);
            assertThat(finding.subject()).contains("(delivered)");
            assertThat(finding.words()).contains("not what it was committed to");
        });
    }
}
