package io.chancery.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * PostgreSQL on a folder of ours, that lets nobody in without a password. One that was set up without, as all were at
 * first, gets passwords when it is started.
 */
final class EmbeddedServer implements AutoCloseable {

    private static final String DATABASE = "chancery";
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final Path data;
    private final EmbeddedPostgres postgres;
    private final RolePasswords passwords;

    private EmbeddedServer(Path data, EmbeddedPostgres postgres, RolePasswords passwords) {
        this.data = data;
        this.postgres = postgres;
        this.passwords = passwords;
    }

    /** Starts the server whose data lie, or will lie, in this folder; the caller holds its lock. */
    static EmbeddedServer start(Path folder, int port) throws IOException, SQLException {
        var data = folder.resolve("postgres");
        Postmaster.stopOrphan(data, STOP_LIMIT);
        var kept = RolePasswords.find(folder);
        var passwords = kept.isPresent() ? kept.get() : RolePasswords.create(folder);
        var rules = new HostRules(data);
        boolean isNew = !Files.exists(data.resolve("postgresql.conf"));
        boolean knowsPasswords = isNew || (kept.isPresent() && rules.areByPassword());
        var initial = folder.resolve("postgres.initial-password");
        try {
            var builder = builder(folder, data).setConnectConfig("password", passwords.superuser());
            if (isNew) {
                RolePasswords.write(initial, passwords.superuser() + "\n");
                builder.setLocaleConfig("pwfile", initial.toString());
            }
            var postgres = builder.setPort(port)
                    .setDataDirectoryCustomizer(ready -> {
                        if (knowsPasswords) {
                            rules.setByPassword();
                        } else {
                            rules.setForFirstPassword();
                        }
                    })
                    .start();
            var server = new EmbeddedServer(data, postgres, passwords);
            server.prepare(knowsPasswords, rules);
            return server;
        } finally {
            Files.deleteIfExists(initial);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path folder, Path data) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                // The library's defaults are for tests: they would delete the data and switch durability off.
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "512MB")
                // Keys of records lie all over their index: after each checkpoint nearly every page is logged whole
                // once more.
                .setServerConfig("checkpoint_timeout", "15min")
                .setServerConfig("max_wal_size", "4GB")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("encoding", "UTF8")
                .setOverrideWorkingDirectory(folder.resolve("postgres-binaries").toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_LIMIT);
    }

    private void prepare(boolean knowsPasswords, HostRules rules) throws SQLException, IOException {
        try {
            if (!knowsPasswords) {
                setFirstPassword(rules);
            }
            Roles.establish(postgres, DATABASE, passwords);
        } catch (SQLException e) {
            postgres.close();
            throw e;
        }
    }

    private void setFirstPassword(HostRules rules) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            Roles.setPassword(connection, Roles.SUPERUSER, passwords.superuser());
            rules.setByPassword();
            statement.execute("select pg_reload_conf()");
        }
    }

    /** Where the data are. */
    Path data() {
        return data;
    }

    String url() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + DATABASE;
    }

    /** What Quarkus has to know: the application connects as one role, migrations as another. */
    Map<String, String> settings() {
        return Map.of(
                "quarkus.datasource.jdbc.url", url(),
                "quarkus.datasource.username", Roles.APPLICATION,
                "quarkus.datasource.password", passwords.application(),
                "quarkus.flyway.username", Roles.OWNER,
                "quarkus.flyway.password", passwords.owner());
    }

    /** Quarkus' own shutdown runs beside this one, so the server is first asked to wait for its clients. */
    @Override
    public void close() {
        if (Postmaster.stopWhenClientsHaveLeft(data, STOP_LIMIT)) {
            return;
        }
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
