package io.chancery.dispatch.pace;

/**
 * Spreads what may happen so many times a second: each asks for its turn and is told when it comes (the generic cell rate
 * algorithm, ITU-T I.371). Turns that nobody asked for are not saved up.
 */
public final class Pace {

    private static final double NANOS = 1e9;

    private double perSecond;
    private double nextTurn;

    /** @param nanoTime from which on turns are given */
    public Pace(double perSecond, long nanoTime) {
        this.perSecond = perSecond;
        this.nextTurn = nanoTime;
    }

    /** From the next turn on it goes at this pace. */
    public synchronized void change(double newPerSecond) {
        perSecond = newPerSecond;
    }

    /** Turns before this time have been taken. */
    public synchronized void resume(long nanoTime) {
        nextTurn = Math.max(nextTurn, nanoTime);
    }

    /** Takes the next turn, and says in how many nanoseconds it comes; 0 if it is now. */
    public synchronized long take(long nanoTime) {
        double turn = Math.max(nextTurn, nanoTime);
        nextTurn = turn + NANOS / perSecond;
        return Math.round(turn - nanoTime);
    }
}
