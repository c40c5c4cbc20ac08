package io.chancery.dispatch.sms.gateway.callback;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;
import java.util.regex.Pattern;

/** The times that gateways write. */
final class ReceiptTime {

    private static final Pattern NUMBER = Pattern.compile("\\d{9,15}");
    /** In seconds, this would be the year 5138; in milliseconds, it is 1973. */
    private static final long SMALLEST_MILLIS = 100_000_000_000L;

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    private static final Duration LONGEST_AGO = Duration.ofDays(30);
    private static final Duration LONGEST_AHEAD = Duration.ofDays(1);

    private ReceiptTime() {}

    /** Empty for what is no time, or none at which a text of ours can have arrived. */
    static Optional<Instant> read(String text, Instant now) {
        try {
            var at = NUMBER.matcher(text).matches() ? ofNumber(Long.parseLong(text)) : ofIso(text);
            boolean plausible = at.isAfter(now.minus(LONGEST_AGO)) && at.isBefore(now.plus(LONGEST_AHEAD));
            return plausible ? Optional.of(at) : Optional.empty();
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Instant ofNumber(long number) {
        return number < SMALLEST_MILLIS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }

    private static Instant ofIso(String text) {
        return OffsetDateTime.parse(text, ISO).toInstant();
    }
}
