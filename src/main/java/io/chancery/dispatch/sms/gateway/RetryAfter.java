package io.chancery.dispatch.sms.gateway;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** The header {@code Retry-After}: seconds or a date (RFC 9110 §10.2.3). */
final class RetryAfter {

    /** Whatever it says, after so long we ask again. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private RetryAfter() {}

    /** How long the server wants to be spared; empty if it does not say so, or says so of the past. */
    static Optional<Duration> read(String value, Instant now) {
        try {
            var text = value.strip();
            var said = SECONDS.matcher(text).matches()
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(now, date(text));
            var pause = said.compareTo(LONGEST) > 0 ? LONGEST : said;
            return Optional.of(pause).filter(duration -> !duration.isNegative() && !duration.isZero());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Instant date(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }
}
