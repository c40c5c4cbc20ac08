package io.chancery.dispatch.print.cutoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CutOffTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Set<DayOfWeek> WORKING = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
    private static final Instant SINCE = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2040-01-01T00:00:00Z");

    @Test
    void a_letter_after_the_cut_off_goes_with_the_next_working_day() {
        var cutOff = new CutOff(LocalTime.of(16, 0), BERLIN, WORKING, Set.of());

        assertThat(cutOff.next(Instant.parse("2026-11-27T14:59:59Z"))).isEqualTo("2026-11-27T15:00:00Z");
        assertThat(cutOff.next(Instant.parse("2026-11-27T15:00:00Z"))).isEqualTo("2026-11-30T15:00:00Z");
    }

    @Test
    void nothing_is_printed_on_a_holiday() {
        var christmas = Set.of(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 25));
        var cutOff = new CutOff(LocalTime.of(16, 0), BERLIN, WORKING, christmas);

        assertThat(cutOff.next(Instant.parse("2026-12-23T15:00:00Z"))).isEqualTo("2026-12-28T15:00:00Z");
    }

    @Test
    void a_time_that_the_clocks_leave_out_is_the_moment_they_jump() {
        var cutOff = new CutOff(LocalTime.of(2, 30), BERLIN, EVERY_DAY, Set.of());

        assertThat(cutOff.next(Instant.parse("2026-03-28T12:00:00Z"))).isEqualTo("2026-03-29T01:00:00Z");
        assertThat(cutOff.next(Instant.parse("2026-03-29T01:00:00Z"))).isEqualTo("2026-03-30T00:30:00Z");
    }

    @Test
    void a_time_that_comes_twice_counts_once() {
        var cutOff = new CutOff(LocalTime.of(2, 30), BERLIN, EVERY_DAY, Set.of());

        assertThat(cutOff.next(Instant.parse("2026-10-25T00:29:59Z"))).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(cutOff.next(Instant.parse("2026-10-25T00:30:00Z"))).isEqualTo("2026-10-26T01:30:00Z");
    }

    @Test
    void a_day_that_a_country_leaves_out_has_no_run() {
        var cutOff = new CutOff(LocalTime.NOON, ZoneId.of("Pacific/Apia"), EVERY_DAY, Set.of());
        var thursday = cutOff.next(Instant.parse("2011-12-29T12:00:00Z"));

        assertThat(thursday).isEqualTo("2011-12-29T22:00:00Z");
        assertThat(cutOff.next(thursday)).isEqualTo("2011-12-30T22:00:00Z");
    }

    @Test
    void a_day_that_begins_at_one_o_clock_has_its_run() {
        var cutOff = new CutOff(LocalTime.of(0, 30), ZoneId.of("Africa/Cairo"), EVERY_DAY, Set.of());

        assertThat(cutOff.next(Instant.parse("2014-05-15T12:00:00Z"))).isEqualTo("2014-05-15T22:00:00Z");
    }

    /** Before, in and after each change of each zone's clocks there is one cut-off a day, and none is passed over. */
    @Test
    void every_day_of_every_zone_has_one_cut_off() {
        var random = new Random(17);
        // Where ical4j has been loaded, zones of calendars are among them, and room for more, without rules.
        var ids = ZoneId.getAvailableZoneIds().stream().filter(id -> !id.startsWith("ical4j"));
        for (var zone : ids.map(ZoneId::of).toList()) {
            var jump = zone.getRules().nextTransition(SINCE);
            while (jump != null && jump.getInstant().isBefore(UNTIL)) {
                check(jump, zone, jump.getDateTimeBefore().toLocalTime());
                check(jump, zone, jump.getDateTimeAfter().toLocalTime());
                check(jump, zone, between(jump));
                check(jump, zone, LocalTime.ofSecondOfDay(random.nextInt(86_400)));
                jump = zone.getRules().nextTransition(jump.getInstant());
            }
        }
    }

    private static LocalTime between(ZoneOffsetTransition jump) {
        return jump.getDateTimeBefore().plus(jump.getDuration().dividedBy(2)).toLocalTime();
    }

    private static void check(ZoneOffsetTransition jump, ZoneId zone, LocalTime time) {
        var cutOff = new CutOff(time, zone, EVERY_DAY, Set.of());
        var from = jump.getInstant().minus(Duration.ofDays(3));
        var until = jump.getInstant().plus(Duration.ofDays(3));
        Set<LocalDateTime> seen = new HashSet<>();
        var cut = cutOff.next(from);
        var previous = from;
        int count = 0;
        while (cut.isBefore(until)) {
            assertThat(cut).as("%s %s", zone, time).isAfter(previous);
            assertThat(cutOff.next(cut.minusNanos(1))).isEqualTo(cut);
            assertThat(cutOff.next(middle(previous, cut))).isEqualTo(cut);
            var local = cut.atZone(zone).toLocalDateTime();
            assertThat(local.toLocalTime().equals(time) || isEndOfGap(cut, zone))
                    .as("%s %s %s", zone, time, cut)
                    .isTrue();
            assertThat(seen.add(local)).as("%s %s twice", zone, cut).isTrue();
            previous = cut;
            cut = cutOff.next(cut);
            count++;
        }
        long days = daysThatExist(zone, from, until);
        assertThat((long) count).as("%s %s %s", zone, time, jump).isBetween(days - 2, days);
    }

    private static Instant middle(Instant one, Instant other) {
        return one.plus(Duration.between(one, other).dividedBy(2));
    }

    private static boolean isEndOfGap(Instant cut, ZoneId zone) {
        var jump = zone.getRules().nextTransition(cut.minusNanos(1));
        return jump != null && jump.isGap() && jump.getInstant().equals(cut);
    }

    private static long daysThatExist(ZoneId zone, Instant from, Instant until) {
        Set<LocalDate> days = new HashSet<>();
        for (var moment = from; !moment.isAfter(until); moment = moment.plus(Duration.ofMinutes(30))) {
            days.add(moment.atZone(zone).toLocalDate());
        }
        return days.size();
    }

    @Test
    void a_cut_off_needs_a_weekday() {
        assertThatThrownBy(() -> new CutOff(LocalTime.NOON, BERLIN, Set.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
