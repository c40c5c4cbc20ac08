package io.chancery.render.difference;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of one thing between an old version and a new one. */
public enum Change {
    UNCHANGED,
    CHANGED,
    ONLY_IN_OLD,
    ONLY_IN_NEW,
    CANNOT_BE_RENDERED;

    /** As programs read it. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As people read it. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
