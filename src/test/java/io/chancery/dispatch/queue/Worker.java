package io.chancery.dispatch.queue;

import io.chancery.dispatch.ChannelAdapter;
import io.chancery.dispatch.journal.Journal;
import io.chancery.platform.work.TestNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * A node with one lane. It runs by itself after {@link #start()}; without it, the test takes the steps.
 */
public final class Worker {

    private final DispatchFixture fixture;
    private final Path folder;
    private final ChannelAdapter adapter;
    private final DispatchConfig settings;
    private final TestNode node;

    private Lane lane;
    private Journal journal;
    private boolean started;

    Worker(DispatchFixture fixture, Path folder, ChannelAdapter adapter, DispatchConfig settings) {
        this.fixture = fixture;
        this.folder = folder;
        this.adapter = adapter;
        this.settings = settings;
        this.node = TestNode.on(fixture.database);
        this.journal = openJournal();
        this.lane = newLane();
    }

    public TestNode node() {
        return node;
    }

    Journal journal() {
        return journal;
    }

    Lane lane() {
        return lane;
    }

    public Worker start() {
        node.beat();
        started = true;
        lane.start(node.signal());
        return this;
    }

    /** With hand-over threads, but begins and records only by {@link #feed()} and {@link #flush()}. */
    public Worker startByHand() {
        node.beat();
        lane.startHandovers();
        return this;
    }

    /** Begins what can be begun. */
    public void feed() {
        try {
            while (lane.feed()) {
                // On to the next step.
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Records what has been completed. */
    public boolean flush() {
        try {
            return lane.flush();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Stops as an operator stops it. */
    public void stop() {
        if (started) {
            started = false;
            try {
                lane.close();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            journal.close();
            node.shutDown();
        }
    }

    /** What kill -9 and a start come to: nothing in memory is left, the journal is. */
    public Worker killAndRestart() {
        lane.stop();
        node.restart();
        journal = openJournal();
        journal.keepOnly(opening().findOwnOpen());
        lane = newLane();
        lane.startHandovers();
        return this;
    }

    private Journal openJournal() {
        return Journal.open(folder, false);
    }

    private AttemptOpening opening() {
        return new AttemptOpening(
                fixture.database.sql(), fixture.database, node.leases(), fixture.archive, fixture.clock);
    }

    private Lane newLane() {
        var closing = new AttemptClosing(
                fixture.database.sql(),
                fixture.database,
                node.leases(),
                fixture.archive,
                List.of(fixture.listener),
                fixture.receipts());
        var store = new LaneStore(fixture.queue, opening(), closing, fixture.archive, journal, fixture.database);
        return new Lane(adapter, store, node.leases(), settings, fixture.clock, new Random(1));
    }
}
