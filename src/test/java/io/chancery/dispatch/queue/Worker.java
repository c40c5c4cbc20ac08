package io.chancery.dispatch.queue;

import io.chancery.dispatch.ChannelAdapter;
import io.chancery.dispatch.ChannelAdapters;
import io.chancery.dispatch.handover.Outlet;
import io.chancery.dispatch.journal.Journal;
import io.chancery.platform.work.TestNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * A node with a lane for each of its adapters. It runs by itself after {@link #start()}; without it, the test takes the steps.
 */
public final class Worker {

    private final DispatchWorld world;
    private final Path folder;
    private final List<ChannelAdapter> adapters;
    private final DispatchConfig settings;
    private final TestNode node;

    private List<Lane> lanes;
    private Journal journal;
    private boolean started;

    Worker(DispatchWorld world, TestNode node, Path folder, List<ChannelAdapter> adapters, DispatchConfig settings) {
        this.world = world;
        this.folder = folder;
        this.adapters = adapters;
        this.settings = settings;
        this.node = node;
        this.journal = openJournal();
        this.lanes = newLanes();
    }

    /** The providers of its only lane. */
    public List<Outlet> outlets() {
        return lanes.get(0).outlets().all();
    }

    public TestNode node() {
        return node;
    }

    Journal journal() {
        return journal;
    }

    public Worker start() {
        node.beat();
        started = true;
        lanes.forEach(lane -> lane.start(node.signal()));
        return this;
    }

    /** With hand-over threads, but begins and records only by {@link #feed()} and {@link #flush()}. */
    public Worker startByHand() {
        node.beat();
        lanes.forEach(Lane::startHandovers);
        return this;
    }

    /** A process that comes up after the last one was killed. */
    Worker startAfterKill() {
        node.start();
        journal.keepOnly(opening().findOwnOpen());
        lanes.forEach(lane -> lane.start(node.signal()));
        return this;
    }

    /** Begins what can be begun. */
    public void feed() {
        try {
            for (var lane : lanes) {
                while (lane.feed()) {
                    // On to the next step.
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Records what has been completed. */
    public void flush() {
        try {
            for (var lane : lanes) {
                lane.flush();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** An orderly stop that comes between the reading of the queue and the hand-over, in steps. */
    void stopWhileFeeding() throws InterruptedException {
        lanes.forEach(Lane::stop);
        feed();
        for (var lane : lanes) {
            lane.close();
        }
    }

    /** Stops as an operator stops it. */
    public void stop() {
        if (started) {
            started = false;
            try {
                for (var lane : lanes) {
                    lane.close();
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            journal.close();
            node.shutDown();
        }
    }

    /** What kill -9 and a start come to: nothing in memory is left, the journal is. */
    public Worker killAndRestart() {
        lanes.forEach(Lane::stop);
        node.restart();
        journal = openJournal();
        journal.keepOnly(opening().findOwnOpen());
        lanes = newLanes();
        lanes.forEach(Lane::startHandovers);
        return this;
    }

    private Journal openJournal() {
        return Journal.open(folder, false);
    }

    AttemptOpening opening() {
        return new AttemptOpening(
                world.database().sql(), world.database(), node.leases(), world.archive(), world.clock());
    }

    private List<Lane> newLanes() {
        var closing = new AttemptClosing(
                world.database().sql(),
                world.database(),
                node.leases(),
                world.archive(),
                List.of(world.listener()),
                world.receipts().book());
        var store = new LaneStore(world.queue(), opening(), closing, world.archive(), journal, world.database());
        return ChannelAdapters.byChannel(adapters).values().stream()
                .map(channel -> new Lane(channel, store, node.leases(), settings, world.clock(), new Random(1)))
                .toList();
    }
}
