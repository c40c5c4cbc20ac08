package io.chancery.dispatch.print.run.store;

import java.util.Locale;

/** How far a batch is. */
public enum BatchState {
    /** On record, and nothing else. */
    OPEN,
    /** Its file has been made, and may be with the printer. */
    MADE,
    SENT,
    /** The printer says that it has it. */
    ACKNOWLEDGED,
    /** An operator has to see to it. */
    HELD,
    /** Every letter had to be left out. */
    EMPTY;

    /** What rows and answers call it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static BatchState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
