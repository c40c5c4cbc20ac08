package io.chancery.dispatch.print.run;

import io.chancery.dispatch.print.cutoff.CutOff;
import io.chancery.dispatch.print.piece.Bundling;
import io.chancery.dispatch.print.piece.Paper;
import io.chancery.dispatch.print.piece.Tariff;
import io.chancery.dispatch.print.stream.mark.MarkSettings;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;

/**
 * How letters are collected into print runs.
 *
 * @param active whether they are at all; otherwise each letter is handed over by itself
 * @param workingDays after which a piece without an answer is an alarm
 * @param kept how long letters and pieces are kept after everything has been said of their run
 */
public record PrintRunSettings(
        boolean active,
        CutOff cutOff,
        Bundling bundling,
        Tariff tariff,
        Paper paper,
        MarkSettings marks,
        int workingDays,
        Duration kept) {

    /** The zone of the cut-off, and of times that a printer writes without one. */
    public ZoneId zone() {
        return cutOff.zone();
    }

    /** The newest cut-off that letters of this age have missed by some time; the moment itself if there is none. */
    Instant newestCutOff(Instant oldest, Instant now) {
        var newest = oldest;
        for (var next = cutOff.next(oldest); !next.isAfter(now); next = cutOff.next(next)) {
            newest = next;
        }
        return newest;
    }

    /** Until when the printer has time to answer for a piece: the same time of day, some working days on. */
    public Instant deadline(Instant opened) {
        var time = opened.atZone(zone()).toLocalTime();
        var working = new CutOff(time, zone(), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), cutOff.holidays());
        var deadline = opened;
        for (int day = 0; day < workingDays; day++) {
            deadline = working.next(deadline);
        }
        return deadline;
    }
}
