package io.chancery.archive.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint in an export.
 *
 * @param note as it was signed
 * @param consistency that its tree begins with all leaves of the one before in the file (RFC 9162 §2.1.4)
 * @param timeStamp token of RFC 3161 over the SHA-256 of the note, in Base64; null if there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CheckpointLine(
        long no,
        String note,
        List<String> consistency,
        @Nullable String timeStamp) {

    public CheckpointLine {
        Objects.requireNonNull(note, "note");
        consistency = List.copyOf(consistency);
    }
}
