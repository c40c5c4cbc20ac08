package io.chancery.platform.work;

import java.util.function.BooleanSupplier;

/**
 * This node's right to work on one shard. Whoever lets work run on after its transaction enters the lease before and
 * leaves it after, so that the shard is not given to another node meanwhile.
 */
public final class ShardLease {

    private final int shard;
    private final long epoch;
    private final BooleanSupplier alive;

    private volatile boolean lost;
    private int underWay;
    private boolean ending;

    ShardLease(int shard, long epoch, BooleanSupplier alive) {
        this.shard = shard;
        this.epoch = epoch;
        this.alive = alive;
    }

    public int shard() {
        return shard;
    }

    /** Which owner of the shard we are: higher than every earlier one. */
    public long epoch() {
        return epoch;
    }

    /** Whether, as far as this node can tell without asking, the shard is still ours. Once lost, for ever. */
    public boolean isHeld() {
        return !lost && alive.getAsBoolean();
    }

    /** Begins a piece of work; false if the shard is about to go, and the work must not begin. */
    public synchronized boolean enter() {
        if (ending || lost) {
            return false;
        }
        underWay++;
        return true;
    }

    /** Ends a piece of work that had entered. */
    public synchronized void leave() {
        underWay--;
    }

    synchronized boolean isOpen() {
        return !ending && isHeld();
    }

    /** Lets no new work in, and says whether all earlier work has left. */
    synchronized boolean end() {
        ending = true;
        return underWay == 0;
    }

    synchronized void reopen() {
        ending = false;
    }

    void lose() {
        lost = true;
    }

    @Override
    public String toString() {
        return shard + "@" + epoch;
    }
}
