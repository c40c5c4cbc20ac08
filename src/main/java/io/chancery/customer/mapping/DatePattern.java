package io.chancery.customer.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads dates and times strictly: there is no 31st of February. */
final class DatePattern {

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][ ]")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** A run of y outside quotes. */
    private static final Pattern YEAR_OF_ERA = Pattern.compile("y+(?=(?:[^']*'[^']*')*[^']*$)");

    private final DateTimeFormatter formatter;

    private DatePattern(DateTimeFormatter formatter) {
        this.formatter = formatter;
    }

    /** @throws IllegalArgumentException if the pattern is none */
    static DatePattern of(@Nullable String pattern) {
        return new DatePattern(pattern == null ? ISO : strict(pattern));
    }

    /** People write {@code yyyy} where strict parsing wants {@code uuuu}, because a year of era needs an era. */
    private static DateTimeFormatter strict(String pattern) {
        var proleptic = YEAR_OF_ERA
                .matcher(pattern)
                .replaceAll(match -> "u".repeat(match.group().length()));
        return DateTimeFormatter.ofPattern(proleptic, Locale.GERMAN).withResolverStyle(ResolverStyle.STRICT);
    }

    Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.from(formatter.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Optional<Instant> instant(String text, ZoneId zone) {
        try {
            var parsed = formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (parsed instanceof OffsetDateTime moment) {
                return Optional.of(moment.toInstant());
            }
            var local = parsed instanceof LocalDateTime time
                    ? time
                    : LocalDate.from(parsed).atStartOfDay();
            return Optional.of(local.atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
