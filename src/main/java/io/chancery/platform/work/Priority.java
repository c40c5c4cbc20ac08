package io.chancery.platform.work;

import java.util.Locale;

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

    /** As people and programs read it: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Priority of(int number) {
        return values()[number];
    }
}
