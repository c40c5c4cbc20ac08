package io.chancery.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server process behind a PostgreSQL data folder, by its {@code postmaster.pid}. */
final class Postmaster {

    private Postmaster() {}

    /** Ends a server that outlived a killed Chancery. The caller holds the folder's lock, so it cannot be in use. */
    static void stopOrphan(Path data, Duration limit) {
        find(data).ifPresent(server -> {
            signal(server, "INT");
            awaitEnd(server, limit);
            if (server.isAlive()) {
                server.destroyForcibly();
                awaitEnd(server, limit);
            }
        });
    }

    /**
     * PostgreSQL's smart shutdown: takes no new clients and ends when the last one has gone.
     *
     * @return whether it has ended within the limit
     */
    static boolean stopWhenClientsHaveLeft(Path data, Duration limit) {
        var server = find(data);
        server.ifPresent(process -> {
            signal(process, "TERM");
            awaitEnd(process, limit);
        });
        return server.filter(ProcessHandle::isAlive).isEmpty();
    }

    private static Optional<ProcessHandle> find(Path data) {
        var file = data.resolve("postmaster.pid");
        try {
            return Files.exists(file)
                    ? ProcessHandle.of(Long.parseLong(
                                    Files.readAllLines(file).get(0).trim()))
                            .filter(Postmaster::isPostgres)
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** After a reboot the number in the file may belong to somebody else. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(false);
    }

    private static void signal(ProcessHandle server, String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(server.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            server.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitEnd(ProcessHandle server, Duration limit) {
        try {
            server.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // The caller goes on with what it does when the server will not end.
            return;
        }
    }
}
