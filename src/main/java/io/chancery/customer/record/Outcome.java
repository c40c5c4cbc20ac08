package io.chancery.customer.record;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a record that was taken. */
public enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    /** Older than what the source had said before, by its own time: nothing has changed. */
    OUTDATED,
    DELETED,
    /** Of a person who was erased: nothing of it is kept before a steward says that it is a new relationship. */
    QUARANTINED;

    boolean isWritten() {
        return this == CREATED || this == UPDATED;
    }

    /** The wire form, lower case. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
