package io.chancery.archive.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.archive.ArchiveFixture;
import io.chancery.archive.Keeping.Expiry;
import io.chancery.archive.Keeping.Expiry.Count;
import io.chancery.archive.Keeping.Expiry.Kept;
import io.chancery.archive.Keeping.Expiry.Status;
import io.chancery.platform.TestDatabase;
import io.chancery.platform.audit.AuditLogs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpiryTest {

    private static final Duration TEN_YEARS = Duration.ofDays(3652);

    @TempDir
    Path folder;

    private ArchiveFixture archive;
    private TestDatabase database;
    private TestExpiry expiry;

    /** Letters were sent ten years ago, and others lately. */
    @BeforeEach
    void start() {
        archive = new ArchiveFixture();
        database = archive.database();
        archive.clock().pass(TEN_YEARS.negated());
        expiry = new TestExpiry(database, AuditLogs.of(database, folder, archive.clock()), archive.clock());
    }

    @AfterEach
    void stop() {
        archive.close();
    }

    private UUID proposed() {
        var id = database.call(() -> expiry.expiries.propose(TestExpiry.ANNA)).id();
        expiry.work();
        return id;
    }

    private Expiry get(UUID id) {
        return database.call(() -> expiry.expiries.get(id));
    }

    private void approve(UUID id) {
        database.run(() -> expiry.expiries.approve(id, TestExpiry.BERT, ""));
    }

    private String count(String table) {
        return database.get("select count(*) from " + table).get(0);
    }

    private void hold(UUID deliveryId) {
        var id = UUID.randomUUID();
        database.execute("""
                insert into legal_hold (id, query, reason, client_id, held_by, held_at)
                values ('%1$s', 'channel:sms', 'lawsuit', '%1$s', 'anna', now())
                """.formatted(id));
        database.execute(
                "insert into legal_hold_delivery (hold_id, delivery_id) values ('%s', '%s')".formatted(id, deliveryId));
    }

    @Test
    void what_is_due_is_counted_approved_and_deleted_and_the_rest_stays() {
        var old = archive.sent(5);
        archive.clock().pass(TEN_YEARS);
        archive.sent(3);
        hold(old.get(0));
        database.execute("update delivery set status = 'uncertain' where id = '" + old.get(1) + "'");

        var id = proposed();

        assertThat(get(id).status()).isEqualTo(Status.PROPOSED);
        assertThat(get(id).preview())
                .isEqualTo(new Expiry.Preview(3, List.of(new Count("letter", 2016, "sms", 3)), new Kept(0, 1, 1)));

        hold(old.get(2));
        approve(id);
        expiry.work();

        assertThat(get(id).status()).isEqualTo(Status.FINISHED);
        assertThat(get(id).outcome().deleted()).isEqualTo(2);
        assertThat(get(id).outcome().kept()).isEqualTo(new Kept(0, 0, 1));
        assertThat(count("delivery")).isEqualTo("6");
        assertThat(count("archive_entry")).isEqualTo("6");
        assertThat(count("event")).isEqualTo("18");
        assertThat(count("expiry_progress")).isEqualTo("0");
        assertThat(database.get(
                        "select delivery_id, document_class, kept_until, cardinality(events), parts, proposed_by,"
                                + " approved_by from deletion_record order by delivery_id"))
                .containsExactly(
                        old.get(3) + " letter 2022-12-31 3 {0} anna bert",
                        old.get(4) + " letter 2022-12-31 3 {0} anna bert");
    }

    @Test
    void nobody_approves_what_they_have_proposed_and_nothing_is_decided_twice() {
        archive.sent(1);
        archive.clock().pass(TEN_YEARS);
        var id = proposed();

        assertThatThrownBy(() -> database.run(() -> expiry.expiries.approve(id, TestExpiry.ANNA, "")))
                .hasMessageContaining("colleague");
        assertThatThrownBy(() -> database.run(() -> expiry.expiries.propose(TestExpiry.BERT)))
                .hasMessageContaining("is proposed");
        database.run(() -> expiry.expiries.reject(id, TestExpiry.ANNA, "not now"));
        assertThatThrownBy(() -> approve(id)).hasMessageContaining("is rejected");
        expiry.work();
        assertThat(count("delivery")).isEqualTo("1");

        assertThat(get(proposed()).status()).isEqualTo(Status.PROPOSED);
    }

    @Test
    void where_nothing_is_due_nothing_is_to_be_decided() {
        archive.sent(1);

        var id = proposed();

        assertThat(get(id).status()).isEqualTo(Status.NOTHING_DUE);
        assertThatThrownBy(() -> approve(id)).hasMessageContaining("nothing-due");
        assertThat(proposed()).isNotEqualTo(id);
    }

    private static final class Killed extends RuntimeException {}

    @Test
    void what_is_cut_off_in_the_middle_goes_on_where_it_was() {
        int all = 2 * ExpiryWork.DELETED_AT_ONCE + 10;
        archive.sent(all);
        archive.clock().pass(TEN_YEARS);
        var id = proposed();
        approve(id);

        database.call(expiry.work::step);
        assertThatThrownBy(() -> database.run(() -> {
                    expiry.work.step();
                    throw new Killed();
                }))
                .isInstanceOf(Killed.class);

        assertThat(count("deletion_record")).isEqualTo("" + ExpiryWork.DELETED_AT_ONCE);
        assertThat(count("delivery")).isEqualTo("" + (all - ExpiryWork.DELETED_AT_ONCE));
        assertThat(get(id).status()).isEqualTo(Status.DELETING);

        expiry.work();

        assertThat(get(id).outcome().deleted()).isEqualTo(all);
        assertThat(count("deletion_record")).isEqualTo("" + all);
        assertThat(count("delivery")).isEqualTo("0");
        assertThat(count("event")).isEqualTo("0");
    }
}
