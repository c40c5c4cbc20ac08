package io.chancery.platform.request;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** The header {@code Retry-After} of an answer: seconds or a date (RFC 9110 §10.2.3). */
public final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private RetryAfter() {}

    /**
     * How long the server wants to be spared; empty if it does not say so, or says so of the past.
     *
     * @param longest whatever it says, after so long it is asked again
     */
    public static Optional<Duration> read(String value, Instant now, Duration longest) {
        try {
            var text = value.strip();
            var said = SECONDS.matcher(text).matches()
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(now, date(text));
            var pause = said.compareTo(longest) > 0 ? longest : said;
            return Optional.of(pause).filter(duration -> !duration.isNegative() && !duration.isZero());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Instant date(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }
}
