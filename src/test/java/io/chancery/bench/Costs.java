package io.chancery.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/** The processor's time that this process, the application and its database take from now on. */
final class Costs {

    private final ProcessHandle application;
    private final ProcessHandle server;
    private final Duration ours;
    private final Duration applications;
    private final Duration servers;

    Costs(long application, Connection database) throws SQLException {
        this.application = ProcessHandle.of(application).orElseThrow();
        try (var row = database.createStatement().executeQuery("select pg_backend_pid()")) {
            row.next();
            server = ProcessHandle.of(row.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
        }
        ours = cpu(ProcessHandle.current());
        applications = cpu(this.application);
        servers = serverCpu();
    }

    private Duration serverCpu() {
        return server.children().map(Costs::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** For each of so many. */
    void print(int count) {
        System.out.printf(
                Locale.ROOT,
                "  processor each, µs: Chancery %,.0f, PostgreSQL %,.0f, sinks and callers %,.0f%n",
                cpu(application).minus(applications).toNanos() / 1e3 / count,
                serverCpu().minus(servers).toNanos() / 1e3 / count,
                cpu(ProcessHandle.current()).minus(ours).toNanos() / 1e3 / count);
    }
}
