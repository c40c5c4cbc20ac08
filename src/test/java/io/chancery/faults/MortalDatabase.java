package io.chancery.faults;

import io.chancery.platform.TestRoles;
import io.chancery.platform.database.Roles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL that keeps its promises, {@code synchronous_commit} on, and can be killed and started again. */
final class MortalDatabase implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Path folder;
    private final EmbeddedPostgres first;
    private final List<String> command;
    private ProcessHandle server;

    MortalDatabase(Path folder) {
        this.folder = folder;
        try {
            first = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("postgres"))
                    .setCleanDataDirectory(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("max_wal_size", "4GB")
                    .setRegisterShutdownHook(false)
                    .start();
            server = findServer();
            command = commandOf(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessHandle findServer() throws IOException {
        var lines = Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.get(0).trim())).orElseThrow();
    }

    /** As it was started; PostgreSQL refuses to be root, so root starts it in a namespace without that name. */
    private static List<String> commandOf(ProcessHandle server) {
        var words = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            words.addAll(List.of("unshare", "-U"));
        }
        words.add(server.info().command().orElseThrow());
        words.addAll(List.of(server.info().arguments().orElseThrow()));
        return words;
    }

    /** How Chancery connects. */
    Map<String, String> settings() {
        return TestRoles.settings(first);
    }

    private String url() {
        return TestRoles.url(first, TestRoles.DATABASE);
    }

    Connection connect() throws SQLException {
        return TestRoles.connect(url(), Roles.SUPERUSER);
    }

    /** {@code kill -9} of the server; its children see that and end. */
    void kill() {
        server.destroyForcibly();
        server.onExit().join();
    }

    /** Starts it again; it recovers from its log. */
    void restart() {
        long until = System.nanoTime() + LIMIT.toNanos();
        while (!isReady()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("PostgreSQL did not come back: see " + log());
            }
            // While children of the killed one are still there, it refuses to start.
            if (!server.isAlive()) {
                server = launch();
            }
            pause();
        }
    }

    private ProcessHandle launch() {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start()
                    .toHandle();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isReady() {
        try (var connection = connect()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private Path log() {
        return folder.resolve("postgres.log");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An end without ceremony: nobody reads it any more. */
    @Override
    public void close() throws IOException {
        kill();
        first.close();
    }
}
