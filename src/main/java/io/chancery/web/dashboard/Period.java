package io.chancery.web.dashboard;

import io.chancery.message.Volumes.Grain;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The time that somebody looks at, and how it is divided on the chart. */
public enum Period {
    TODAY(Grain.HOUR, 24, "HH"),
    WEEK(Grain.DAY, 7, "EE d.M."),
    MONTH(Grain.DAY, 30, "d.M."),
    YEAR(Grain.DAY, 12, "MMM");

    private final Grain grain;
    private final int columns;
    private final String pattern;

    Period(Grain grain, int columns, String pattern) {
        this.grain = grain;
        this.columns = columns;
        this.pattern = pattern;
    }

    static Period of(String code) {
        return Stream.of(values())
                .filter(period -> period.code().equals(code))
                .findFirst()
                .orElse(WEEK);
    }

    /** Its name in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Grain grain() {
        return grain;
    }

    /** Where each column begins, oldest first. */
    List<ZonedDateTime> begins(Instant now, ZoneId zone) {
        var today = now.atZone(zone).truncatedTo(ChronoUnit.DAYS);
        var begins = new ArrayList<ZonedDateTime>();
        for (int back = columns - 1; back >= 0; back--) {
            begins.add(begin(today, back));
        }
        return begins;
    }

    private ZonedDateTime begin(ZonedDateTime today, int back) {
        return switch (this) {
            case TODAY -> today.plusHours(columns - 1L - back);
            case WEEK, MONTH -> today.minusDays(back);
            case YEAR -> today.withDayOfMonth(1).minusMonths(back);
        };
    }

    String label(ZonedDateTime begin, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(begin);
    }
}
