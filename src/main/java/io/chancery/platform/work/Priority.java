package io.chancery.platform.work;

/** Which of the work that waits in a queue goes first: none of it while there is some of a priority before it. */
public enum Priority {
    /** A message that was asked for by itself, and that somebody may be waiting for. */
    SINGLE,
    /** One of the many of a run. */
    RUN,
    /** What nobody waits for. */
    MARKETING;

    /** As queues keep it: the least goes first. */
    public int number() {
        return ordinal();
    }

    public static Priority of(int number) {
        return values()[number];
    }
}
