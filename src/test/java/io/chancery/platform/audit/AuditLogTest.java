package io.chancery.platform.audit;

import static io.chancery.platform.audit.AuditAction.CHANGED;
import static io.chancery.platform.audit.AuditAction.VIEWED;
import static io.chancery.platform.audit.SubjectKind.CUSTOMER;
import static io.chancery.platform.audit.SubjectKind.TEMPLATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.platform.DatabaseException;
import io.chancery.platform.MutableClock;
import io.chancery.platform.TestDatabase;
import io.chancery.platform.TestRoles;
import io.chancery.platform.audit.AuditEntry.Act;
import io.chancery.platform.audit.AuditEntry.Actor;
import io.chancery.platform.database.Roles;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditLogTest {

    private static final Actor ANNA = new Actor("anna", List.of("steward", "agent"), "203.0.113.7");
    private static final Actor BEN = new Actor("ben", List.of("author"), "2001:db8::1");

    private final TestDatabase database = TestDatabase.create();
    private final MutableClock clock = MutableClock.atNoon();

    @SuppressWarnings("NullAway.Init") // set before each test
    private AuditLog log;

    @BeforeEach
    void open(@TempDir Path keys) {
        log = AuditLogs.of(database, keys, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static AuditFilter filter(
            @Nullable String actor,
            @Nullable AuditAction action,
            @Nullable SubjectKind kind,
            @Nullable String subject) {
        return new AuditFilter(actor, action, kind, subject, null, null, null, 10);
    }

    private static AuditFilter period(@Nullable Instant from, @Nullable Instant to) {
        return new AuditFilter(null, null, null, null, from, to, null, 10);
    }

    private List<String> subjects(AuditFilter filter) {
        return log.list(filter).stream().map(entry -> entry.what().subject()).toList();
    }

    private void three() {
        log.append(ANNA, new Act(VIEWED, CUSTOMER, "one", Map.of()));
        clock.pass(Duration.ofHours(1));
        log.append(ANNA, new Act(CHANGED, CUSTOMER, "two", Map.of("attribute", "email")));
        clock.pass(Duration.ofHours(1));
        log.append(BEN, new Act(CHANGED, TEMPLATE, "three", Map.of()));
    }

    @Test
    void each_filter_lets_through_what_it_says_newest_first() {
        three();

        assertThat(subjects(filter(null, null, null, null))).containsExactly("three", "two", "one");
        assertThat(subjects(filter("anna", null, null, null))).containsExactly("two", "one");
        assertThat(subjects(filter(null, CHANGED, null, null))).containsExactly("three", "two");
        assertThat(subjects(filter(null, null, TEMPLATE, null))).containsExactly("three");
        assertThat(subjects(filter(null, null, null, "one"))).containsExactly("one");
        assertThat(subjects(filter("anna", CHANGED, CUSTOMER, "two"))).containsExactly("two");
        var last = log.list(filter(null, null, null, null)).get(0).id();
        assertThat(subjects(filter(null, null, null, null).after(last))).containsExactly("two", "one");
    }

    @Test
    void a_period_has_its_begin_and_not_its_end() {
        var noon = clock.instant();
        three();

        assertThat(subjects(period(noon, noon.plusSeconds(3600)))).containsExactly("one");
        assertThat(subjects(period(noon.plusSeconds(1), null))).containsExactly("three", "two");
        assertThat(subjects(period(null, noon.plusSeconds(7200)))).containsExactly("two", "one");
    }

    private Set<UUID> altered() {
        var ids = database.get("select id from audit_entry").stream()
                .map(UUID::fromString)
                .toList();
        return log.altered(ids);
    }

    @Test
    void an_entry_comes_back_as_it_was_written() {
        log.append(ANNA, new Act(CHANGED, CUSTOMER, "4KT-9QX-RM7", Map.of("b", "2", "a", "Grüße 😀")));

        var entry = log.list(filter(null, null, null, null)).get(0);

        assertThat(entry.at()).isEqualTo(clock.instant());
        assertThat(entry.by()).isEqualTo(new Actor("anna", List.of("agent", "steward"), "203.0.113.7"));
        assertThat(entry.what())
                .isEqualTo(new Act(CHANGED, CUSTOMER, "4KT-9QX-RM7", Map.of("a", "Grüße 😀", "b", "2")));
        assertThat(altered()).isEmpty();
    }

    @Test
    void what_no_database_can_keep_does_not_come_into_it() {
        log.append(ANNA, new Act(VIEWED, CUSTOMER, "a\0b\uD83D" + "c".repeat(300), Map.of("x", "\n\uDE00y")));

        var what = log.list(filter(null, null, null, null)).get(0).what();

        assertThat(what.subject()).isEqualTo("ab" + "c".repeat(198));
        assertThat(what.detail()).containsEntry("x", "y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'nobody'",
                "delete from audit_entry",
                "truncate audit_entry",
            })
    void nobody_changes_or_deletes_an_entry(String command) throws SQLException {
        three();

        assertThatThrownBy(() -> database.sql().run(command, PreparedStatement::executeUpdate))
                .isInstanceOf(DatabaseException.class)
                .rootCause()
                .hasMessageContaining("permission denied for table audit_entry");
        try (var owner = TestRoles.connect(database.url(), Roles.OWNER);
                var statement = owner.prepareStatement(command)) {
            assertThatThrownBy(statement::executeUpdate).hasMessageContaining("audit_entry is append-only");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor = 'nobody'",
                "at = at + interval '1 microsecond'",
                "roles = '{agent,steward,admin}'",
                "action = 'viewed'",
                "action = 'unheard-of'",
                "subject_kind = 'message'",
                "subject = 'one'",
                "detail = '{}'",
                "detail = '{\"attribute\": 1}'",
                "detail = '[]'",
                "address = ''",
                "commitment = decode(repeat('00', 32), 'hex')",
                "id = gen_random_uuid()",
            })
    void an_owner_of_the_database_who_changes_an_entry_is_found_out(String change) {
        three();

        assertThat(database.execute("update audit_entry set " + change + " where subject = 'two'"))
                .isEqualTo(1);

        assertThat(altered()).hasSize(1);
    }

    @Test
    void an_entry_about_a_change_is_written_only_if_there_was_one() {
        var act = new Act(CHANGED, CUSTOMER, "one", Map.of());

        boolean unchanged = database.call(() -> log.appendIfChanged(ANNA, act));
        boolean changed = database.call(() -> {
            database.sql()
                    .run(
                            "insert into node (id, until) values (gen_random_uuid(), now())",
                            PreparedStatement::executeUpdate);
            return log.appendIfChanged(ANNA, act);
        });

        assertThat(unchanged).isFalse();
        assertThat(changed).isTrue();
        assertThat(subjects(filter(null, null, null, null))).containsExactly("one");
    }
}
