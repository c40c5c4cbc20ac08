package io.chancery.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The person in front of a page, and how they read.
 *
 * @param language {@code de} or {@code en}
 * @param name of the key they signed in with; null if they have not
 */
public record Reader(String language, ZoneId zone, @Nullable String name) {

    private static final String PRECISE = "HH:mm:ss.SSS";

    /** Such as {@code 22.11.2026, 04:30}. */
    public String dayAndTime(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale())
                .format(instant.atZone(zone));
    }

    /** To the millisecond, for the order of things. */
    public String precise(Instant instant) {
        var at = instant.atZone(zone);
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale())
                        .format(at)
                + ", " + DateTimeFormatter.ofPattern(PRECISE, locale()).format(at);
    }

    /** The name of a language in the reader's own. */
    public String languageName(String code) {
        return Locale.forLanguageTag(code).getDisplayLanguage(locale());
    }

    private Locale locale() {
        return "de".equals(language) ? Locale.GERMANY : Locale.UK;
    }
}
