package io.chancery.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever takes over the application, or finds its password, may still not change what is on record. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class DatabaseWallsTest {

    /** Rows that nobody ever changes or deletes: what is on record, and what must be provable. */
    private static final Set<String> WRITTEN_ONCE = words("""
            event archive_entry archive_dictionary seal log_node checkpoint checkpoint_timestamp integrity_check audit_entry deletion_record legal_hold legal_hold_customer legal_hold_delivery
            legal_hold_release expiry expiry_item expiry_step screen_document rendition archive_entry_before screen_document_before consent_declaration erasure
            preference source_file template_version
            template_version_file template_step block_version block_version_file block_step brand_version
            brand_version_file brand_step trial_reader
            """);

    /** Everything else. Before a table is added here: is there nobody who would like to change it afterwards? */
    private static final Set<String> CHANGEABLE = words("""
            api_client archive_export archive_search archive_text archive_text_cursor attempt attempt_reference back_sync back_sync_fact blob_deletion blob_sweep block block_draft brand brand_draft compose_later
            compose_queue contact_point copy customer customer_key delivery delivery_deadline dispatch_queue dispatch_retry erased_record erasure_order expiry_progress export_checkpoint export_delivery export_file golden hold
        idempotency_key import import_fault kept_key legal_hold_progress link link_history link_operation manual_value match_candidate
            master_key match_decision match_edge match_key match_model match_profile match_state message message_outcome message_tally message_tally_cursor node
            open_attempt outbox print_batch print_batch_piece print_letter print_piece print_response_fault print_run
            provider_share receipt refused_attempt rematch run run_fault run_item run_tally shard soft_bounce source
            source_record source_record_version source_webhook stop suppressed_address suppression template template_draft user_account webhook
            webhook_delivery
            """);

    /** Functions that do for the application, with the owner's rights, what it may not do itself. */
    private static final Set<String> WITH_OWNERS_RIGHTS = Set.of(
            "erase_declarations",
            "erase_earlier_documents",
            "empty_archive_text",
            "expire_deliveries",
            "make_months",
            "drop_empty_month");

    private static final String TABLES = """
            select relname from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
            """;

    private static final String REFUSING_TRIGGERS = """
            select distinct tgrelid::regclass::text from pg_trigger join pg_proc on pg_proc.oid = tgfoid
                join pg_class on pg_class.oid = tgrelid
            where proname in ('refuse_change', 'refuse_change_unless_expired', 'refuse_rewriting', 'consent_declaration_refuse') and not relispartition
            """;

    @Inject
    DataSource database;

    private static Set<String> words(String text) {
        return new TreeSet<>(List.of(text.strip().split("\\s+")));
    }

    private List<String> column(String query) throws SQLException {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery(query)) {
            var found = new ArrayList<String>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }

    /** What PostgreSQL itself refuses: the words of its own check, and not those of a trigger. */
    private void assertRefused(String command) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> execute(connection, command))
                    .as(command)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"))
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    @Test
    void the_application_is_an_ordinary_role_that_owns_nothing() throws SQLException {
        assertThat(column("select current_user")).containsExactly(Roles.APPLICATION);
        assertThat(column("""
                select rolname from pg_roles where rolname = current_user
                    and (rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls)
                """)).isEmpty();
        assertThat(column("select roleid::regrole from pg_auth_members where member = current_user::regrole"))
                .isEmpty();
        assertThat(column("""
                select classid::regclass from pg_shdepend where refobjid = current_user::regrole and deptype = 'o'
                """)).isEmpty();
    }

    @Test
    void every_table_has_a_decision_and_the_rights_that_follow_from_it() throws SQLException {
        for (var table : column(TABLES)) {
            var rights = column("select lower(privilege_type) from pg_class, aclexplode(relacl) where oid = '" + table
                    + "'::regclass and grantee in (current_user::regrole, 0)");
            if (WRITTEN_ONCE.contains(table)) {
                assertThat(rights).as(table).containsExactlyInAnyOrder("select", "insert");
            } else if (CHANGEABLE.contains(table)) {
                assertThat(rights).as(table).containsExactlyInAnyOrder("select", "insert", "update", "delete");
            } else {
                assertThat(table)
                        .as("a table that nobody has decided on: see WRITTEN_ONCE, CHANGEABLE and afterMigrate.sql")
                        .isEqualTo("flyway_schema_history");
                assertThat(rights).containsExactly("select");
            }
        }
    }

    @Test
    void partitions_have_no_rights_of_their_own() throws SQLException {
        assertThat(column("""
                select relname from pg_class, aclexplode(relacl)
                where relispartition and grantee in (current_user::regrole, 0)
                """)).isEmpty();
    }

    @Test
    void both_walls_are_around_the_same_tables() throws SQLException {
        assertThat(column(REFUSING_TRIGGERS)).containsExactlyInAnyOrderElementsOf(WRITTEN_ONCE);
    }

    @Test
    void what_runs_with_the_owners_rights_is_known_and_finds_only_what_it_means() throws SQLException {
        var functions = "select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef";

        assertThat(column(functions)).containsExactlyInAnyOrderElementsOf(WITH_OWNERS_RIGHTS);
        assertThat(column(functions + " and not coalesce(proconfig::text ~ 'search_path=', false)"))
                .isEmpty();
        assertThat(column(functions
                        + " and (proacl is null or exists (select from aclexplode(proacl) where grantee = 0))"))
                .isEmpty();
    }

    @Test
    void what_is_written_once_is_not_changed_deleted_emptied_or_locked() throws SQLException {
        for (var table : WRITTEN_ONCE) {
            var first = column("select attname from pg_attribute where attnum = 1 and attrelid = '" + table
                            + "'::regclass")
                    .get(0);
            assertRefused("update %1$s set %2$s = %2$s".formatted(table, first));
            assertRefused("delete from " + table);
            assertRefused("truncate " + table);
            assertRefused("truncate " + table + " cascade");
            assertRefused(
                    "insert into %1$s default values on conflict on constraint %1$s_pkey do update set %2$s = null"
                            .formatted(table, first));
            assertRefused("merge into %1$s using (select 1) as x on true when matched then delete".formatted(table));
            assertRefused("select from " + table + " for update");
            assertRefused("lock table " + table + " in exclusive mode");
        }
    }

    @Test
    void no_table_is_emptied_dropped_altered_or_freed_of_its_triggers() throws SQLException {
        var commands = List.<UnaryOperator<String>>of(
                table -> "truncate " + table,
                table -> "drop table " + table + " cascade",
                table -> "alter table " + table + " disable trigger all",
                table -> "alter table " + table + " add column extra int",
                table -> "alter table " + table + " owner to current_user",
                table -> "create index on " + table + " ((1))",
                table -> "create rule nothing as on delete to " + table + " do instead nothing",
                table -> "create trigger extra before insert on " + table
                        + " for each row execute function suppress_redundant_updates_trigger()");
        for (var table : column(TABLES)) {
            for (var command : commands) {
                assertRefused(command.apply(table));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop trigger event_append_only on event",
                "create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'",
                "drop function refuse_change() cascade",
                "create function mine() returns int language sql as 'select 1'",
                "create table mine ()",
                "create temporary table mine ()",
                "create view mine as select 1",
                "create sequence mine",
                "create schema mine",
                "create extension pgcrypto",
                "drop schema public cascade",
                "drop view golden_record cascade",
                "select setval('ucid_number', 1)",
                "update flyway_schema_history set success = false",
                "insert into flyway_schema_history select * from flyway_schema_history",
                "set role chancery_owner",
                "set role postgres",
                "set session authorization chancery_owner",
                "set session_replication_role = replica",
                "select set_config('session_replication_role', 'replica', false)",
                "alter role chancery_app superuser",
                "alter role chancery_owner password 'x'",
                "create role mine",
                "grant chancery_owner to chancery_app",
                "alter database chancery owner to chancery_app",
                "copy message to '/tmp/messages'",
                "copy message to program 'cat'",
                "select pg_read_file('/etc/passwd')",
                "select lo_import('/etc/passwd')",
                "select pg_reload_conf()"
            })
    void what_only_owners_and_administrators_may_is_refused(String command) throws SQLException {
        assertRefused(command);
    }
}
