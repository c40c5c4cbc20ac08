package io.chancery.platform.webhook.send;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Retry-After} (RFC 9110 §10.2.3): a number of seconds, or a date. */
final class RetryAfter {

    /** Whoever asks for more is asked again then all the same. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** Zero if the receiver asks for nothing that we understand. */
    static Duration read(@Nullable String header, Instant now) {
        if (header == null) {
            return Duration.ZERO;
        }
        var pause = header.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(header)) : until(header, now);
        if (pause.isNegative()) {
            return Duration.ZERO;
        }
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }

    private static Duration until(String date, Instant now) {
        try {
            var end = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Duration.between(now, end.toInstant());
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
