package io.chancery.render.calendar;

import io.chancery.render.RenderException;
import io.chancery.template.TemplateSettings.CalendarTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Whole days ({@link LocalDate}), or from one time to another ({@link ZonedDateTime}).
 *
 * @param end not included
 */
record Span(Temporal start, Temporal end) {

    private static final int LENGTH_OF_DAY = "2026-12-24".length();

    /**
     * @param line renders a plain text of one line that stands in the template's settings
     * @param zone asked for if there are times
     * @throws RenderException if it cannot be read, or does not end after it has begun
     */
    static Span of(CalendarTime time, UnaryOperator<String> line, Supplier<ZoneId> zone) {
        var reading = new Reading(time, line, zone);
        var start = reading.moment("start", time.start());
        if (start instanceof LocalDate day) {
            var after = reading.dayAfter(day);
            check(after.isAfter(day));
            return new Span(day, after);
        }
        var from = (ZonedDateTime) start;
        var to = reading.timeAfter(from);
        check(to.isAfter(from));
        return new Span(from, to);
    }

    private static void check(boolean inOrder) {
        if (!inOrder) {
            throw new RenderException("The calendar entry ends before it has begun");
        }
    }

    boolean hasWholeDays() {
        return start instanceof LocalDate;
    }

    private record Reading(CalendarTime time, UnaryOperator<String> line, Supplier<ZoneId> zone) {

        Temporal moment(String key, String source) {
            var text = line.apply(source);
            try {
                return text.length() == LENGTH_OF_DAY ? LocalDate.parse(text) : inZone(text);
            } catch (DateTimeException unreadable) {
                throw new RenderException(
                        "calendar." + key
                                + " gives neither a day, as in 2026-12-24, nor a time, as in 2026-12-24T09:30",
                        unreadable);
            }
        }

        private ZonedDateTime inZone(String text) {
            var moment = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            var zoned = moment instanceof OffsetDateTime fixed
                    ? fixed.atZoneSameInstant(zone.get())
                    : ZonedDateTime.of((LocalDateTime) moment, zone.get());
            return zoned.truncatedTo(ChronoUnit.SECONDS);
        }

        LocalDate dayAfter(LocalDate day) {
            if (!time.duration().isEmpty()) {
                return day.plus(duration(Period::parse, "days, as in P2D"));
            }
            var last = time.end().isEmpty() ? day : moment("end", time.end());
            if (last instanceof LocalDate lastDay) {
                return lastDay.plusDays(1);
            }
            throw new RenderException("calendar.end gives a time, and calendar.start a day");
        }

        ZonedDateTime timeAfter(ZonedDateTime start) {
            if (!time.duration().isEmpty()) {
                return start.plus(duration(Duration::parse, "hours and minutes, as in PT1H30M"));
            }
            if (time.end().isEmpty()) {
                throw new RenderException("calendar.start gives a time, and there is neither an end nor a duration");
            }
            if (moment("end", time.end()) instanceof ZonedDateTime end) {
                return end;
            }
            throw new RenderException("calendar.end gives a day, and calendar.start a time");
        }

        private <T> T duration(Function<String, T> parse, String words) {
            try {
                return parse.apply(line.apply(time.duration()));
            } catch (DateTimeException unreadable) {
                throw new RenderException("calendar.duration does not give " + words, unreadable);
            }
        }
    }
}
