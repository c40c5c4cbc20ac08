package io.chancery.message;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a run stands. */
public enum RunStatus {
    /** Takes lines, and has some that were not checked. */
    DRAFT,
    /** Its lines are being checked. */
    CHECKING,
    /** Its lines have been checked, and it may be started. */
    READY,
    /** Begins at a time. */
    SCHEDULED,
    /** Messages are made of its lines, or are on their way. */
    RUNNING,
    /** No more messages are made until it is resumed. */
    PAUSED,
    /** Every line has come to its end. */
    COMPLETED,
    CANCELLED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RunStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether lines can be added. */
    public boolean isOpen() {
        return this == DRAFT || this == READY;
    }

    public boolean isFinal() {
        return this == COMPLETED || this == CANCELLED;
    }
}
