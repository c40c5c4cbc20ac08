package io.chancery.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.platform.TestRoles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The walls on a PostgreSQL that is not ours, where an administrator made the roles, or did not. */
class ForeignDatabaseTest {

    private static final String SUPERUSER = "postgres";
    private static final String CLERK = "clerk";

    @SuppressWarnings("NullAway.Init") // start() always comes first
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void forget() throws SQLException {
        for (var command : new String[] {
            "drop database if exists chancery with (force)",
            "drop role if exists chancery_app",
            "drop role if exists clerk"
        }) {
            execute("postgres", SUPERUSER, command);
        }
    }

    private static void execute(String database, String role, String command) throws SQLException {
        try (var connection = TestRoles.connect(TestRoles.url(server, database), role);
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static String answer(String query) throws SQLException {
        try (var connection = TestRoles.connect(TestRoles.url(server, "chancery"), SUPERUSER);
                var row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void databaseOf(String owner) throws SQLException {
        execute("postgres", SUPERUSER, "create database chancery owner " + owner);
    }

    private static int migrate(String role) {
        return Flyway.configure()
                .dataSource(TestRoles.url(server, "chancery"), role, "")
                .load()
                .migrate()
                .migrationsExecuted;
    }

    private static Optional<String> advice(String role) throws SQLException {
        try (var connection = TestRoles.connect(TestRoles.url(server, "chancery"), role)) {
            return WallCheck.advice(connection);
        }
    }

    private static String rights(String relation) throws SQLException {
        return answer("select coalesce(string_agg(lower(privilege_type), ' ' order by privilege_type), '')"
                + " from pg_class, aclexplode(relacl) where relname = '" + relation
                + "' and grantee = 'chancery_app'::regrole");
    }

    @Test
    void whoever_may_create_roles_creates_one_that_nobody_can_connect_as_until_it_gets_a_password()
            throws SQLException {
        databaseOf(SUPERUSER);

        migrate(SUPERUSER);

        assertThat(answer("select rolcanlogin from pg_roles where rolname = 'chancery_app'"))
                .isEqualTo("f");
        assertThat(advice(SUPERUSER))
                .hasValueSatisfying(text -> assertThat(text)
                        .contains(
                                "as «postgres»",
                                "run: alter role chancery_app login password '…'; revoke temporary on database"
                                        + " chancery from public;"));
        assertThat(rights("event")).isEqualTo("insert select");
        assertThat(rights("message")).isEqualTo("delete insert select update");
        assertThat(rights("golden_record")).isEqualTo("select");
        assertThat(rights("flyway_schema_history")).isEqualTo("select");
        assertThat(rights("ucid_number")).isEqualTo("usage");
    }

    @Test
    void one_user_for_all_who_may_create_no_role_has_a_chancery_without_the_wall() throws SQLException {
        execute("postgres", SUPERUSER, "create role clerk login");
        databaseOf(CLERK);

        assertThat(migrate(CLERK)).isPositive();

        assertThat(advice(CLERK))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("as «clerk»", "run: create role chancery_app login"));
        assertThat(answer("select to_regrole('chancery_app')")).isNull();
        assertThat(answer("select has_table_privilege('clerk', 'message', 'delete')"))
                .isEqualTo("t");
    }

    @Test
    void a_role_that_an_administrator_creates_later_finds_its_rights_after_the_next_start() throws SQLException {
        execute("postgres", SUPERUSER, "create role clerk login");
        databaseOf(CLERK);
        migrate(CLERK);
        execute("postgres", SUPERUSER, "create role chancery_app login");

        assertThat(migrate(CLERK)).isZero();

        assertThat(rights("event")).isEqualTo("insert select");
        assertThat(advice("chancery_app")).isEmpty();
        assertThat(migrate("chancery_app"))
                .as("a node without the owner's password")
                .isZero();
    }

    @Test
    void an_owner_of_the_same_name_loses_nothing() throws SQLException {
        execute("postgres", SUPERUSER, "create role chancery_app login createrole");
        databaseOf("chancery_app");

        migrate("chancery_app");
        execute("chancery", "chancery_app", "create table later ()");
        migrate("chancery_app");

        assertThat(answer("select has_table_privilege('chancery_app', 'event', 'delete')"))
                .isEqualTo("t");
    }

    @Test
    void what_comes_later_gets_its_rights_and_what_was_granted_by_hand_is_taken_back() throws SQLException {
        databaseOf(SUPERUSER);
        migrate(SUPERUSER);
        execute("chancery", SUPERUSER, """
                create table letter (id int) partition by range (id);
                create table letter_2026 partition of letter for values from (0) to (1);
                create function expire() returns int language sql security definer set search_path = pg_catalog
                    as 'select 0';
                grant update, truncate on event to chancery_app;
                grant all on letter_2026 to chancery_app;
                grant create on schema public to public
                """);

        migrate(SUPERUSER);

        assertThat(rights("letter")).isEqualTo("delete insert select update");
        assertThat(rights("letter_2026")).isEmpty();
        assertThat(rights("event")).isEqualTo("insert select");
        assertThat(answer("select proacl from pg_proc where proname = 'expire'"))
                .isEqualTo("{postgres=X/postgres,chancery_app=X/postgres}");
        assertThat(answer("select has_schema_privilege('chancery_app', 'public', 'create')"))
                .isEqualTo("f");
    }
}
