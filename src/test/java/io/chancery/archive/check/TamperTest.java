package io.chancery.archive.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.archive.ArchiveFixture;
import io.chancery.archive.expiry.TestExpiry;
import io.chancery.archive.seal.TestLog;
import io.chancery.archive.stamp.TestAuthorities;
import io.chancery.platform.TestDatabase;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.AuditEntry.Act;
import io.chancery.platform.audit.AuditEntry.Actor;
import io.chancery.platform.audit.AuditLog;
import io.chancery.platform.audit.AuditLogs;
import io.chancery.platform.audit.SubjectKind;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TamperTest {

    /** More of them by {@code -Dchancery.test.mutations=100000}. */
    private static final int MUTATIONS = Integer.getInteger("chancery.test.mutations", 500);

    private static final Duration TEN_YEARS = Duration.ofDays(3652);

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
        var authority = TestAuthorities.in(folder);
        var anna = new Actor("anna", List.of("agent"), "203.0.113.7");
        expire(6);
        for (int i = 0; i < 3; i++) {
            archive.sent(30);
            audit.append(anna, new Act(AuditAction.VIEWED, SubjectKind.CUSTOMER, "no. " + i, Map.of("page", "1")));
            log.seal();
            log.sign();
            log.stamp(authority, archive.clock().instant());
        }
    }

    /** What was sent ten years ago and has been deleted by right, in a seal of which no row is left. */
    private void expire(int count) {
        var clock = archive.clock();
        clock.pass(TEN_YEARS.negated());
        archive.sent(count);
        archive.database().execute("create table before_expiry as select * from event");
        clock.pass(TEN_YEARS);
        log.seal();
        log.sign();
        new TestExpiry(archive.database(), audit, clock).run();
    }

    @AfterEach
    void stop() {
        archive.close();
    }

    private List<Finding> check() {
        return TestChecks.found(archive, log, audit, folder);
    }

    @Test
    void nothing_is_found_where_nothing_was_done() {
        assertThat(check()).isEmpty();
    }

    @Test
    void what_expired_has_left_its_hashes_and_its_protocol() {
        assertThat(archive.database().get("select count(*) from deletion_record"))
                .containsExactly("6");
        assertThat(archive.database()
                        .get("select count(*) from event where delivery_id in"
                                + " (select delivery_id from deletion_record)"))
                .containsExactly("0");
        assertThat(log.seals.after(0, 1).get(0).leaves()).hasSize(6 * ArchiveFixture.LEAVES);
        assertThat(check()).isEmpty();
    }

    @Test
    void where_a_seal_ended_is_known_when_none_of_its_rows_is_left() {
        for (var change : List.of(
                "last_tx = (last_tx::text::bigint - 3)::text::xid8",
                "last_tx = (last_tx::text::bigint + 1)::text::xid8",
                "last_id = gen_random_uuid()",
                "last_kind = last_kind - 1",
                "last_part = 1",
                // Two leaves whose rows are gone exchange their names.
                "entries = overlay(overlay(entries placing substring(entries from 51 for 18) from 1 for 18)"
                        + " placing substring(entries from 1 for 18) from 51 for 18)")) {
            try {
                archive.database().run(() -> {
                    var sql = archive.database().sql();
                    sql.run("set local session_replication_role = replica", PreparedStatement::execute);
                    sql.run("update seal set %s where no = 1".formatted(change), PreparedStatement::execute);
                    assertThat(check())
                            .as(change)
                            .anySatisfy(
                                    finding -> assertThat(finding.subject()).contains("the seals before checkpoint 1"));
                    throw new Undone();
                });
            } catch (Undone e) {
                // As it was before.
            }
        }
    }

    @Test
    void a_row_that_is_back_although_its_deletion_is_on_record_is_found() {
        archive.database().execute("insert into event select * from before_expiry limit 1");

        assertThat(check()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(Finding.Code.ROW_NOT_DELETED);
            assertThat(finding.subject()).startsWith("event ");
        });
    }

    @Test
    void a_deletion_that_somebody_records_without_the_key_explains_nothing() {
        archive.database().execute("""
                insert into deletion_record (id, delivery_id, message_id, expiry_id, document_class, channel, rule, kept_until, events,
                    parts, proposed_by, approved_by, deleted_at, commitment)
                select gen_random_uuid(), event.delivery_id, message_id, expiry_id, document_class, channel, rule, kept_until,
                    array[event.id], '{}', proposed_by, approved_by, deleted_at, deletion_record.commitment
                from deletion_record, event limit 1
                """);
        archive.database()
                .execute("delete from event where id in"
                        + " (select unnest(events) from deletion_record where parts = '{}')");
        log.seal();
        log.sign();

        assertThat(check())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(Finding.Code.ROW_MISSING, Finding.Code.ROW_CHANGED);
    }

    /** Carries what was found out of a transaction that is rolled back. */
    private static final class Undone extends RuntimeException {}

    @Test
    void whatever_is_done_to_the_database_is_found_and_named() {
        long seed = Long.getLong("chancery.test.seed", System.nanoTime());
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
