package io.chancery.dispatch.pace;

/**
 * How many attempts a channel has open at once: about a second of work at the speed it really has. Fewer would starve
 * it; more would only be attempts whose outcome is open when the process dies.
 */
public final class Window {

    private static final int LARGEST = 2_000;
    private static final int PER_THREAD = 4;
    private static final double NANOS = 1e9;

    private final int smallest;
    private double perSecond;
    private long since;

    public Window(int concurrency, long nanoTime) {
        this.smallest = Math.min(LARGEST, concurrency * PER_THREAD);
        this.since = nanoTime;
    }

    /** How many more attempts to begin now; none until there is room for a batch worth its transactions. */
    public synchronized int room(int open) {
        int size = (int) Math.max(smallest, Math.min(LARGEST, perSecond));
        int room = size - open;
        return room * 4 >= size ? room : 0;
    }

    /** Attempts begin after there were none: the time before does not count. */
    public synchronized void begun(long nanoTime) {
        since = nanoTime;
    }

    /** So many attempts have ended since the last time. */
    public synchronized void ended(int count, long nanoTime) {
        double seconds = Math.max(1, nanoTime - since) / NANOS;
        perSecond = (perSecond + count / seconds) / 2;
        since = nanoTime;
    }
}
