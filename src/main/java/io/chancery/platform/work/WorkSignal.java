package io.chancery.platform.work;

import io.chancery.platform.Sql;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Tells the loops of all nodes that there is new work. Sent in the transaction that adds the work, so nobody looks
 * before it is there, and many in one transaction are one. A signal may get lost; loops look for themselves as well.
 */
@ApplicationScoped
public class WorkSignal {

    private static final int LISTEN_MILLIS = 500;

    private final Sql sql;
    private final DataSource database;
    /** Each with the kind of work that it does. */
    private final Map<WorkLoop, String> loops = new ConcurrentHashMap<>();

    private @Nullable WorkLoop ear;
    /** Used by the ear's thread alone. */
    private @Nullable Connection connection;

    WorkSignal(Sql sql, DataSource database) {
        this.sql = sql;
        this.database = database;
    }

    /** Wakes the loops that do this kind of work when the caller's transaction commits. */
    public void send(String kind) {
        sql.run("select pg_notify('chancery_work', ?)", statement -> {
            statement.setString(1, kind);
            return statement.execute();
        });
    }

    /** Wakes the loops of this node now. */
    public void wakeHere() {
        loops.keySet().removeIf(WorkLoop::isStopped);
        loops.keySet().forEach(WorkLoop::wake);
    }

    private void wakeHere(String kind) {
        loops.forEach((loop, own) -> {
            if (own.equals(kind)) {
                loop.wake();
            }
        });
    }

    void wakes(WorkLoop loop, String kind) {
        loops.put(loop, kind);
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        ear = WorkLoop.start("work-signal", Duration.ofMillis(1), this::listen);
    }

    /** After all loops that others stop. */
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) ShutdownEvent event) {
        if (ear != null) {
            ear.close();
        }
        hangUp();
    }

    /** Waits on the server's word; the pool gets the connection back without its subscription. */
    boolean listen() throws SQLException {
        try {
            var signals = listening().unwrap(PGConnection.class).getNotifications(LISTEN_MILLIS);
            if (signals != null) {
                Stream.of(signals).map(PGNotification::getParameter).distinct().forEach(this::wakeHere);
            }
            return true;
        } catch (SQLException e) {
            hangUp();
            throw e;
        }
    }

    private Connection listening() throws SQLException {
        var current = connection;
        if (current == null) {
            current = database.getConnection();
            connection = current;
            try (var listen = current.createStatement()) {
                listen.execute("listen chancery_work");
            }
            // Whatever was sent while nobody listened.
            wakeHere();
        }
        return current;
    }

    private void hangUp() {
        var current = connection;
        connection = null;
        if (current == null) {
            return;
        }
        try (current) {
            current.createStatement().execute("unlisten *");
        } catch (SQLException e) {
            // Broken already: the pool throws it away, and the server forgets the subscription with it.
        }
    }
}
