package io.chancery.message.store;

import java.util.Locale;

/** How far a line of a run is; each is in exactly one stage. */
public enum RunStage {
    /** On record, and nothing more. */
    WAITING,
    /** Something is wrong with it, and it is not sent. */
    REFUSED,
    /** A message was made of it, and has not ended. */
    ACCEPTED,
    /** Its message has ended well. */
    DELIVERED,
    /** Its message has ended badly. */
    FAILED,
    /** Called off, before or after a message was made of it. */
    CANCELLED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RunStage of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether it is how a message ends. */
    public boolean isOutcome() {
        return this == DELIVERED || this == FAILED || this == CANCELLED;
    }
}
