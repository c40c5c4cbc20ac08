package io.chancery.dispatch.print.run;

import io.chancery.dispatch.print.piece.PostageClass;
import io.chancery.dispatch.print.stream.mark.MarkSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How letters are collected into print runs. */
@ConfigMapping(prefix = "chancery.dispatch.print.run")
interface PrintRunConfig extends TargetConfig {

    /** Until when letters go with a day's run, such as {@code 17:30}. Unless it is set, each letter is handed over by itself. */
    Optional<LocalTime> cutOff();

    /** Where the clock hangs that the cut-off means. */
    @WithDefault("Europe/Berlin")
    ZoneId timeZone();

    /** Days with a run. */
    @WithDefault("monday,tuesday,wednesday,thursday,friday")
    Set<DayOfWeek> days();

    /** Days without one, such as {@code 2026-12-25}; nor do they count as working days. */
    Optional<Set<LocalDate>> holidays();

    /** How many sheets an envelope with several letters takes; a longer letter goes alone. */
    @WithDefault("8")
    int mostSheets();

    /** What the printer's tray is called. */
    @WithDefault("plain")
    String paper();

    /** Of a square metre of this paper, in grams. */
    @WithDefault("80")
    int grammage();

    Marks marks();

    Tariff tariff();

    /** After how many working days without an answer a piece is an alarm. */
    @WithDefault("2")
    int workingDays();

    /** How long letters and pieces are kept after everything has been said of their run. */
    @WithDefault("90d")
    Duration kept();

    /** How many letters are looked at and taken into the pool at the same time. */
    @WithDefault("4")
    int concurrency();

    /** What the inserter reads on each sheet. */
    interface Marks {

        /** {@code data-matrix}, {@code omr} or {@code none}. */
        @WithDefault("data-matrix")
        MarkSettings.Kind kind();

        /** In millimetres from the left edge of the sheet. */
        @WithDefault("12")
        double left();

        /** In millimetres from the top. */
        @WithDefault("112")
        double top();
    }

    /** Which class a piece is of; Deutsche Post's unless there are steps. */
    interface Tariff {

        /** The country where pieces are posted; to every other one they are international. */
        @WithDefault("DE")
        String home();

        /** From the lightest. */
        Optional<List<Step>> steps();
    }

    /** One class of postage. */
    interface Step {

        /** {@code standard, compact, large, maxi, parcel}. */
        @WithName("class")
        PostageClass postageClass();

        /** How many sheets at most. */
        int sheets();

        /** How heavy at most, with the envelope. */
        BigDecimal grams();

        /** What the envelope weighs. */
        BigDecimal envelopeGrams();
    }
}
