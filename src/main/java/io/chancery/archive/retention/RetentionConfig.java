package io.chancery.archive.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** Which rules of retention apply to this company. */
@ConfigMapping(prefix = "chancery.archive.retention")
public interface RetentionConfig {

    /** Whose law: {@code de}, {@code at} or {@code ch}. */
    @WithDefault("de")
    String jurisdiction();

    /** {@code ordinary}, or {@code regulated} for banks, insurers and securities firms, which keep vouchers for longer. */
    @WithDefault("ordinary")
    String entity();

    /** The number of the month with which the financial year ends, from 1; where periods begin with its end. */
    @WithDefault("12")
    int financialYearEnds();

    /** Where a day and a year end. */
    @WithDefault("Europe/Berlin")
    ZoneId zone();

    /** Rules by class of document, beside the shipped ones or in their place: {@code rules.voucher.years=12}. */
    Map<String, Rule> rules();

    /** A rule of the company's own. */
    interface Rule {

        /** For how many years after the year in which it was sent. */
        int years();

        /** {@code calendar-year} or {@code financial-year}. */
        @WithDefault("calendar-year")
        String start();

        /** Whether the law demands it, so that it is kept when a person is to be erased. */
        @WithDefault("true")
        boolean duty();

        /** Who says so. */
        Optional<String> source();
    }
}
