package io.chancery.platform.work;

import io.chancery.platform.TestDatabase;
import io.quarkus.runtime.StartupEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** One node of several on a test database, driven by hand: no heartbeat but {@link #beat()}. */
public final class TestNode {

    private final TestDatabase database;
    private final UUID id;
    private final WorkSignal signal;
    private ShardLeases leases;
    private long slept;

    private TestNode(TestDatabase database, UUID id) {
        this.database = database;
        this.id = id;
        this.signal = new WorkSignal(database.sql(), database);
        this.leases = newLeases();
    }

    public static TestNode on(TestDatabase database) {
        return new TestNode(database, UUID.randomUUID());
    }

    /** The node that keeps its id in this folder. */
    public static TestNode on(TestDatabase database, Path folder) {
        return new TestNode(database, new DataDirectory(folder).nodeId());
    }

    /** Beats by itself from now on. */
    public TestNode start() {
        leases.start(new StartupEvent());
        return this;
    }

    public UUID id() {
        return id;
    }

    public ShardLeases leases() {
        return leases;
    }

    public WorkSignal signal() {
        return signal;
    }

    public TestNode beat() {
        leases.beat();
        return this;
    }

    /** What kill -9 and a start with the same data directory come to. */
    public void restart() {
        leases = newLeases();
        leases.beat();
    }

    /** What kill -9 comes to for the others, once its leases have run out. */
    public void die() {
        database.execute("update node set until = now() - interval '1 second' where id = '" + id + "'");
    }

    /** What a process meets that was suspended for so long. */
    public void sleep(Duration time) {
        slept += time.toNanos();
    }

    public void shutDown() {
        leases.release();
    }

    private ShardLeases newLeases() {
        return new ShardLeases(id, new ShardTable(database.sql()), database, signal, () -> System.nanoTime() + slept);
    }
}
