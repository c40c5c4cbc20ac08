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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
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

    private static final List<Locale> LANGUAGES = List.of(Locale.GERMAN, Locale.ENGLISH);

    /** One, or one for each language in which months have names. */
    private final List<DateTimeFormatter> formatters;

    private DatePattern(List<DateTimeFormatter> formatters) {
        this.formatters = formatters;
    }

    /** @throws IllegalArgumentException if the pattern is none */
    static DatePattern of(@Nullable String pattern) {
        if (pattern == null) {
            return new DatePattern(List.of(ISO));
        }
        var languages = pattern.contains("MMM") ? LANGUAGES : LANGUAGES.subList(0, 1);
        return new DatePattern(
                languages.stream().map(language -> strict(pattern, language)).toList());
    }

    /** People write {@code yyyy} where strict parsing wants {@code uuuu}, because a year of era needs an era. */
    private static DateTimeFormatter strict(String pattern, Locale language) {
        var proleptic = YEAR_OF_ERA
                .matcher(pattern)
                .replaceAll(match -> "u".repeat(match.group().length()));
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(proleptic)
                .toFormatter(language)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    Optional<LocalDate> date(String text) {
        return first(formatter -> LocalDate.from(formatter.parse(text)));
    }

    Optional<Instant> instant(String text, ZoneId zone) {
        return first(formatter -> instant(formatter, text, zone));
    }

    private static Instant instant(DateTimeFormatter formatter, String text, ZoneId zone) {
        var parsed = formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        if (parsed instanceof OffsetDateTime moment) {
            return moment.toInstant();
        }
        var local = parsed instanceof LocalDateTime time
                ? time
                : LocalDate.from(parsed).atStartOfDay();
        return local.atZone(zone).toInstant();
    }

    private <T> Optional<T> first(Function<DateTimeFormatter, T> reading) {
        for (var formatter : formatters) {
            try {
                return Optional.of(reading.apply(formatter));
            } catch (DateTimeException e) {
                // The next language may know the month.
            }
        }
        return Optional.empty();
    }
}
