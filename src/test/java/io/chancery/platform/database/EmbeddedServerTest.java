package io.chancery.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

    /** One for all, so that PostgreSQL is unpacked once. */
    @TempDir
    static Path folder;

    @BeforeEach
    void empty() throws IOException {
        Files.deleteIfExists(RolePasswords.file(folder));
        var data = folder.resolve("postgres");
        if (Files.exists(data)) {
            try (var files = Files.walk(data)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The library's lock would last as long as this process. */
    private static void startAndStop() throws Exception {
        EmbeddedServer.start(folder, 0).close();
        Files.delete(folder.resolve("postgres").resolve("epg-lock"));
    }

    private static RolePasswords passwords() throws IOException {
        return RolePasswords.find(folder).orElseThrow();
    }

    private static Connection connect(String url, String role, String password) throws SQLException {
        return DriverManager.getConnection(url, role, password);
    }

    private static String answer(Connection connection, String query) throws SQLException {
        try (connection;
                var row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void assertOnlyPasswordsOpen(String url) throws SQLException, IOException {
        for (var role : List.of(Roles.SUPERUSER, Roles.OWNER, Roles.APPLICATION)) {
            for (var wrong : List.of("", "x", passwords().toString())) {
                assertThatThrownBy(() -> connect(url, role, wrong)).isInstanceOf(SQLException.class);
            }
        }
        assertThat(answer(connect(url, Roles.APPLICATION, passwords().application()), "select current_user"))
                .isEqualTo(Roles.APPLICATION);
        assertThat(answer(connect(url, Roles.OWNER, passwords().owner()), "select current_user"))
                .isEqualTo(Roles.OWNER);
    }

    @Test
    void a_new_server_lets_nobody_in_without_a_password() throws Exception {
        try (var server = EmbeddedServer.start(folder, 0)) {
            assertOnlyPasswordsOpen(server.url());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(RolePasswords.file(folder))))
                    .isEqualTo("rw-------");
            assertThat(folder.resolve("postgres.initial-password")).doesNotExist();
            var ordinary = "select string_agg(rolname, ' ' order by rolname) from pg_roles where rolcanlogin"
                    + " and not rolsuper and not rolcreatedb and not rolcreaterole and not rolbypassrls";
            assertThat(answer(connect(server.url(), Roles.OWNER, passwords().owner()), ordinary))
                    .isEqualTo("chancery_app chancery_owner");
            assertThat(server.settings())
                    .containsEntry("quarkus.datasource.username", Roles.APPLICATION)
                    .containsEntry("quarkus.flyway.username", Roles.OWNER);
        }
    }

    @Test
    void the_passwords_stay_until_their_file_is_lost() throws Exception {
        startAndStop();
        var first = passwords();

        startAndStop();
        assertThat(passwords()).isEqualTo(first);

        Files.delete(RolePasswords.file(folder));
        try (var server = EmbeddedServer.start(folder, 0)) {
            assertThat(passwords()).isNotEqualTo(first);
            assertOnlyPasswordsOpen(server.url());
        }
    }

    @Test
    void a_server_that_believed_everybody_is_carried_over_with_its_data() throws Exception {
        try (var old = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(folder.resolve("postgres-binaries").toFile())
                .start()) {
            old.getPostgresDatabase().getConnection().createStatement().execute("create database chancery");
            old.getDatabase("postgres", "chancery")
                    .getConnection()
                    .createStatement()
                    .execute("""
                    create table letter (id int generated always as identity, no serial, text text);
                    insert into letter (text) values ('Kept');
                    create sequence number;
                    create view letters as select * from letter;
                    create function nothing() returns int language sql as 'select 0'
                    """);
        }

        try (var server = EmbeddedServer.start(folder, 0)) {
            assertOnlyPasswordsOpen(server.url());
            assertThat(answer(connect(server.url(), Roles.OWNER, passwords().owner()), "select text from letters"))
                    .isEqualTo("Kept");
            var foreign = """
                    select count(*) from (
                        select relowner from pg_class where relnamespace = 'public'::regnamespace
                        union all select proowner from pg_proc where pronamespace = 'public'::regnamespace
                        union all select datdba from pg_database where datname = current_database())
                    where relowner <> 'chancery_owner'::regrole
                    """;
            assertThat(answer(connect(server.url(), Roles.OWNER, passwords().owner()), foreign))
                    .isEqualTo("0");
            assertThatThrownBy(() -> answer(
                            connect(server.url(), Roles.APPLICATION, passwords().application()),
                            "select text from letter"))
                    .hasMessageContaining("permission denied");
        }
    }
}
