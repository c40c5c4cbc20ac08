package io.chancery.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL in a folder of ours, for whoever has none. Data lies in {@code <data>/postgres}, survives restarts,
 * and is as safe as any PostgreSQL: fsync and synchronous commit are on. Only programs of this machine reach it, with a
 * password from {@code <data>/postgres.passwords}.
 */
public final class EmbeddedDatabase {

    private static final String URL = "quarkus.datasource.jdbc.url";

    private static @Nullable Path runningIn;

    /** Referred to until the process ends: a collected channel would let the lock go. */
    @SuppressWarnings("unused")
    private static @Nullable FileLock heldLock;

    private EmbeddedDatabase() {}

    /** Where the database runs that this process has started, if it has. */
    public static @Nullable Path runningIn() {
        return runningIn;
    }

    /** Where the passwords of that database are. */
    public static @Nullable Path passwords() {
        var data = runningIn == null ? null : runningIn.getParent();
        return data == null ? null : RolePasswords.file(data);
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
                            + " to a PostgreSQL of yours. If a password is refused, remove "
                            + RolePasswords.file(folder)
                            + ": the next start makes new ones. Cause: " + e.getMessage(),
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
                    + ". Stop it, choose another chancery.data.directory, or share its database: its start banner shows"
                    + " what to set QUARKUS_DATASOURCE_JDBC_URL and _USERNAME to, and where the password is");
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
        var server = EmbeddedServer.start(folder, port);
        server.settings().forEach(System::setProperty);
        runningIn = server.data();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "embedded-postgres-stop"));
    }
}
