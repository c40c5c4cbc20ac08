package io.chancery.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.chancery.customer.imports.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an import stands.
 *
 * @param problem why it failed, or why it does not go on: {@code cancelled}, {@code node-gone}, {@code file-lost},
 *     {@code internal-error}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportView(
        UUID id,
        String source,
        Status status,
        @Nullable String problem,
        @JsonUnwrapped Counts counts,
        @JsonUnwrapped Progress progress) {

    /** The life of an import. */
    public enum Status {
        WAITING,
        RUNNING,
        FINISHED,
        FAILED;

        /** The wire form, lower case. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The status with this wire form. */
        public static Status of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        /** Whether it ends there. */
        public boolean isFinal() {
            return this == FINISHED || this == FAILED;
        }
    }

    /**
     * How far and how fast.
     *
     * @param recordsPerSecond while it ran
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Progress(
            long bytesDone,
            long bytesTotal,
            Instant received,
            @Nullable Instant started,
            @Nullable Instant finished,
            @Nullable Long recordsPerSecond) {}

    /** How many records a second; null while none was read. */
    public static @Nullable Long rate(long read, @Nullable Instant started, Instant until) {
        return started == null || read == 0
                ? null
                : read * 1_000 / Math.max(1, Duration.between(started, until).toMillis());
    }
}
