package io.chancery.archive.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.archive.ArchiveFixture;
import io.chancery.archive.document.TestMonths;
import io.chancery.archive.expiry.TestExpiry;
import io.chancery.archive.seal.TestLog;
import io.chancery.archive.stamp.TestAuthorities;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.TestDatabase;
import io.chancery.platform.audit.AuditLog;
import io.chancery.platform.audit.AuditLogs;
import io.chancery.platform.database.Roles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A month of which nothing is left is dropped, and nobody misses it. */
class DroppedMonthTest {

    private static final Duration TEN_YEARS = Duration.ofDays(3652);
    private static final List<String> TABLES =
            List.of("archive_entry_2016_11", "archive_text_2016_11", "event_2016_11");

    @TempDir
    Path folder;

    private ArchiveFixture archive;
    private TestDatabase database;
    private TestLog log;
    private AuditLog audit;
    private List<UUID> old;

    /** Letters of November 2016, and others of today. */
    @BeforeEach
    void start() {
        archive = new ArchiveFixture();
        database = archive.database();
        log = new TestLog(database, folder, archive.clock());
        audit = AuditLogs.of(database, folder.resolve("audit"), archive.clock());
        TestAuthorities.in(folder);
        // A copy of a database belongs to whoever copied it.
        database.execute("grant create on schema public to " + Roles.OWNER);
        database.get("select make_months('2016-11-01', '2016-12-01')");
        archive.clock().pass(TEN_YEARS.negated());
        old = archive.sent(3);
        archive.clock().pass(TEN_YEARS);
        archive.sent(2);
        log.seal();
        log.sign();
    }

    @AfterEach
    void stop() {
        archive.close();
    }

    private void expire() {
        new TestExpiry(database, audit, archive.clock()).run();
        log.seal();
        log.sign();
        TestMonths.drop(database);
    }

    private List<String> tables() {
        return database.get(
                "select relname from pg_class where relkind = 'r' and relname ~ '_2016_11$' order by relname");
    }

    private List<Finding> check() {
        return TestChecks.found(archive, log, audit, folder);
    }

    @Test
    void what_is_empty_after_expiry_goes_and_the_check_finds_nothing_missing() {
        assertThat(tables()).isEqualTo(TABLES);

        expire();

        assertThat(tables()).isEmpty();
        assertThat(database.get("select count(*) from event")).containsExactly("6");
        assertThat(database.get("select count(*) from pg_class where relname = 'event_2016_12'"))
                .as("a month in which nothing has expired")
                .containsExactly("1");
        assertThat(check()).isEmpty();
        database.execute("delete from event where id in (select id from event order by id limit 1)");
        assertThat(check()).extracting(Finding::code).containsExactly(Finding.Code.ROW_MISSING);
    }

    @Test
    void where_a_delivery_is_left_all_of_its_month_stays() {
        database.execute("update delivery set status = 'uncertain' where id = '" + old.get(1) + "'");

        expire();

        assertThat(database.get("select count(*) from deletion_record")).containsExactly("2");
        assertThat(tables()).isEqualTo(TABLES);
        assertThat(check()).isEmpty();
    }

    @Test
    void where_a_row_is_left_that_is_of_no_delivery_its_table_stays() {
        database.execute(
                "insert into archive_text (month, delivery_id, customer_id, words) values ('2016-11-01', '%s', '%s', '')"
                        .formatted(UUID.randomUUID(), UUID.randomUUID()));

        expire();

        assertThat(tables()).containsExactly("archive_text_2016_11");
    }

    @Test
    void whoever_is_reading_goes_first() {
        database.run(() -> {
            database.get("select count(*) from event");
            inAnotherThread(this::expire);
            assertThat(tables()).contains("event_2016_11");
        });

        TestMonths.drop(database);

        assertThat(tables()).isEmpty();
    }

    private static void inAnotherThread(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }

    @Test
    void what_comes_late_for_a_month_that_is_gone_finds_a_place() {
        expire();
        var late = IdGenerator.floor(Instant.parse("2016-11-01T00:00:00Z"));
        database.execute("""
                insert into delivery (id, customer_id, message_id, channel, status)
                select '%s', customer_id, gen_random_uuid(), channel, status from delivery limit 1
                """.formatted(late));

        archive.delivered(late);

        assertThat(database.get("select tableoid::regclass from event where delivery_id = '" + late + "'"))
                .containsExactly("event_other");
        log.seal();
        log.sign();
        assertThat(check()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'1900-01-01', '1900-02-01'",
                "current_date, (current_date + interval '2 years')::date",
                "current_date, 'infinity'",
                "'-infinity', current_date",
                "current_date, current_date - 40",
                "null, current_date",
                "current_date, null"
            })
    void months_are_made_of_no_time_that_nobody_needs(String range) {
        assertThatThrownBy(() -> database.get("select make_months(" + range + ")"))
                .rootCause()
                .hasMessageContaining("No months are made");
    }
}
