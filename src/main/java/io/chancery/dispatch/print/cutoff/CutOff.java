package io.chancery.dispatch.print.cutoff;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.Set;

/**
 * Until when letters go with a day's print run. Each working day has one cut-off, whatever the clocks do: a time that they
 * leave out counts as the moment they jump, and one that comes twice counts the first time.
 *
 * @param holidays days without a run
 */
public record CutOff(LocalTime time, ZoneId zone, Set<DayOfWeek> weekdays, Set<LocalDate> holidays) {

    public CutOff {
        weekdays = Set.copyOf(weekdays);
        holidays = Set.copyOf(holidays);
        if (weekdays.isEmpty()) {
            throw new IllegalArgumentException("A cut-off needs a weekday");
        }
    }

    /** The first cut-off that lies after a moment, and not at it. */
    public Instant next(Instant after) {
        // A jump of the clocks can move yesterday's cut-off into today.
        for (var day = after.atZone(zone).toLocalDate().minusDays(1); ; day = day.plusDays(1)) {
            var cutOff = on(day).filter(after::isBefore);
            if (cutOff.isPresent()) {
                return cutOff.get();
            }
        }
    }

    private Optional<Instant> on(LocalDate day) {
        if (!weekdays.contains(day.getDayOfWeek()) || holidays.contains(day)) {
            return Optional.empty();
        }
        var local = day.atTime(time);
        var jump = zone.getRules().getTransition(local);
        if (jump == null || jump.isOverlap()) {
            // Of two offsets ZonedDateTime takes the earlier one.
            return Optional.of(local.atZone(zone).toInstant());
        }
        return leavesOut(jump, day) ? Optional.empty() : Optional.of(jump.getInstant());
    }

    /** A country that crosses the date line has a day less (Samoa had no 2011-12-30). */
    private static boolean leavesOut(ZoneOffsetTransition jump, LocalDate day) {
        LocalDateTime begin = day.atStartOfDay();
        return !jump.getDateTimeBefore().isAfter(begin)
                && !jump.getDateTimeAfter().isBefore(begin.plusDays(1));
    }
}
