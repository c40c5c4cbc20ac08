package io.chancery.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The person in front of a page, and how they read.
 *
 * @param language {@code de} or {@code en}
 * @param name with which they signed in; null if they have not
 * @param theme {@code light}, {@code dark}, or {@code auto} for what their machine says
 * @param address of the page that they read, such as {@code /messages}
 */
public record Reader(
        String language, ZoneId zone, @Nullable String name, Set<String> roles, String theme, String address) {

    private static final String TO_THE_SECOND = "HH:mm:ss";
    private static final String TO_THE_MILLISECOND = "HH:mm:ss.SSS";

    /** Somebody of whom we know nothing but how they read. */
    public Reader(String language, ZoneId zone) {
        this(language, zone, null, Set.of(), "auto", "/");
    }

    /** A part of the menu. */
    public record Menu(Section.Group group, List<Section> sections) {}

    /** What they may see, in the order of the menu. */
    public List<Menu> menus() {
        return Stream.of(Section.Group.values())
                .map(group -> new Menu(group, group.sections(roles)))
                .filter(menu -> !menu.sections().isEmpty())
                .toList();
    }

    /** Whether they have one of these roles. */
    public boolean may(Collection<String> anyOf) {
        return anyOf.stream().anyMatch(roles::contains);
    }

    /** Whether they have this role. */
    public boolean may(String role) {
        return roles.contains(role);
    }

    /** Such as {@code 22.11.2026, 04:30}. */
    public String dayAndTime(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale())
                .format(instant.atZone(zone));
    }

    /** Such as {@code 22.11.2026}. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale())
                .format(day);
    }

    /** The same, of the day in which this instant lies. */
    public String day(Instant instant) {
        return day(LocalDate.ofInstant(instant, zone));
    }

    /** Such as {@code 22.11.2026, 04:30:12}. */
    public String toTheSecond(Instant instant) {
        return at(instant, TO_THE_SECOND);
    }

    /** To the millisecond, for the order of things. */
    public String precise(Instant instant) {
        return at(instant, TO_THE_MILLISECOND);
    }

    private String at(Instant instant, String pattern) {
        return day(instant) + ", "
                + DateTimeFormatter.ofPattern(pattern, locale()).format(instant.atZone(zone));
    }

    /** Such as {@code 12.345}. */
    public String number(Number number) {
        return NumberFormat.getInstance(locale()).format(number);
    }

    /**
     * Such as {@code 97 %}.
     *
     * @param share 0 to 1
     */
    public String percent(double share) {
        return NumberFormat.getPercentInstance(locale()).format(share);
    }

    /** The name of a language in the reader's own. */
    public String languageName(String code) {
        return Locale.forLanguageTag(code).getDisplayLanguage(locale());
    }

    /** For the forms of numbers and dates. */
    public Locale locale() {
        return "de".equals(language) ? Locale.GERMANY : Locale.UK;
    }
}
