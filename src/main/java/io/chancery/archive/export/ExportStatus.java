package io.chancery.archive.export;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an export has come. */
public enum ExportStatus {
    /** Waits for a checkpoint over all that it is to have. */
    REQUESTED,
    /** Its deliveries are looked for. */
    SELECTING,
    /** They are read. */
    READING,
    /** What is about all of them is made. */
    FINISHING,
    /** It can be downloaded. */
    READY,
    /** What it had can no longer be read: somebody was erased, or something has expired. */
    OUTDATED,
    FAILED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ExportStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
