package io.chancery.customer.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a source said about one record at one time.
 *
 * @param version counts what was accepted, from 1
 * @param raw as the source wrote it, as JSON
 * @param modified when the source changed it, if it says so
 * @param received when it came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordVersion(
        int version, @JsonRawValue String raw, @Nullable Instant modified, Instant received) {}
