package io.chancery.archive.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.archive.ArchiveFixture;
import io.chancery.archive.expiry.TestExpiry;
import io.chancery.platform.TestDatabase;
import io.chancery.platform.audit.AuditLogs;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {

    private static final Duration TEN_YEARS = Duration.ofDays(3652);

    @TempDir
    Path folder;

    private TestObjectStore s3;
    private ArchiveFixture archive;
    private TestDatabase database;

    @BeforeEach
    void start() throws Exception {
        s3 = new TestObjectStore();
        archive = new ArchiveFixture(TestDatabase.create(), s3.blobs());
        database = archive.database();
    }

    @AfterEach
    void stop() throws Exception {
        archive.close();
        s3.close();
    }

    private void sweep(Duration later, Map<String, String> settings) {
        var clock = Clock.offset(Clock.systemUTC(), later);
        var sweep =
                new Sweep(TestBlobs.of(settings), new DeletionQueue(database.sql()), TestBlobs.config(settings), clock);
        while (database.call(sweep::step)) {
            // Until nothing is left.
        }
    }

    private void expire() {
        archive.clock().pass(TEN_YEARS);
        new TestExpiry(database, AuditLogs.of(database, folder, archive.clock()), archive.clock()).run();
    }

    @Test
    void what_has_expired_goes_from_the_store_after_it_went_from_the_database() throws Exception {
        archive.clock().pass(TEN_YEARS.negated());
        archive.sent(3);
        expire();
        archive.sent(2);
        assertThat(database.get("select count(*) from archive_entry")).containsExactly("2");
        assertThat(s3.keys(false)).hasSize(5);

        sweep(Duration.ofMinutes(1), s3.settings());

        assertThat(s3.keys(false)).hasSize(2);
        assertThat(database.get("select count(*) from blob_deletion")).containsExactly("0");
    }

    @Test
    void all_versions_of_it_go() throws Exception {
        s3.keepVersions();
        archive.clock().pass(TEN_YEARS.negated());
        archive.sent(1);
        s3.overwrite(s3.keys(false).get(0), new byte[3]);
        assertThat(s3.keys(true)).hasSize(2);
        expire();

        sweep(Duration.ofMinutes(1), s3.settings());

        assertThat(s3.keys(true)).isEmpty();
    }

    private static final class Undone extends RuntimeException {}

    @Test
    void what_a_failed_transaction_has_left_behind_goes_when_its_row_cannot_come_any_more() throws Exception {
        archive.sent(2);
        assertThatThrownBy(() -> database.run(() -> {
                    s3.blobs().keep(List.of(BlobsTest.blob(100)));
                    throw new Undone();
                }))
                .isInstanceOf(Undone.class);

        sweep(Duration.ofHours(23), s3.settings());
        assertThat(s3.keys(false)).hasSize(3);

        sweep(Duration.ofDays(3), s3.settings());
        assertThat(s3.keys(false)).hasSize(2);
    }

    @Test
    void what_is_under_lock_is_tried_again_after_that() throws Exception {
        archive.clock().pass(TEN_YEARS.negated());
        archive.sent(1);
        expire();
        try (var locked = new LockedBucket("2033-01-31T10:00:00Z")) {
            sweep(Duration.ofMinutes(1), s3.settings(".s3.endpoint", locked.address()));

            assertThat(locked.refused()).isEqualTo(1);
        }

        assertThat(database.get("select try_at at time zone 'UTC' from blob_deletion"))
                .containsExactly("2033-01-31 10:00:00");
    }

    @Test
    void what_cannot_be_deleted_because_the_store_is_down_is_deleted_when_it_is_back() throws Exception {
        archive.clock().pass(TEN_YEARS.negated());
        archive.sent(1);
        expire();
        s3.down();
        assertThatThrownBy(() -> sweep(Duration.ofMinutes(1), s3.settings())).isInstanceOf(BlobException.class);
        s3.up();

        sweep(Duration.ofMinutes(1), s3.settings());

        assertThat(s3.keys(false)).isEmpty();
    }
}
