package io.chancery.customer.quality.plausibility;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Dates of birth that a customer can have. */
public final class BirthDates {

    /** The oldest person on record became 122. */
    private static final int OLDEST = 120;
    /** Most who sign contracts are of age; children are insured, too. */
    private static final int OF_AGE = 18;

    private static final int VERY_OLD = 105;

    private BirthDates() {}

    /** Whether somebody may be born on that day: not in the future, and not more than 120 years ago. */
    public static boolean isPossible(LocalDate date, LocalDate today) {
        return !date.isAfter(today) && age(date, today) <= OLDEST;
    }

    /** Whether it is rare enough among customers to be looked at: children, and the very old. */
    public static boolean isRare(LocalDate date, LocalDate today) {
        long age = age(date, today);
        return age < OF_AGE || age > VERY_OLD;
    }

    /**
     * The year that two digits mean: the latest that is not in the future, so that «31» is 1931 for a date of birth in 2026.
     *
     * @param date with any century
     */
    public static LocalDate inCentury(LocalDate date, LocalDate today) {
        int century = today.getYear() / 100 * 100;
        var latest = date.withYear(century + date.getYear() % 100);
        return latest.isAfter(today) ? latest.minusYears(100) : latest;
    }

    private static long age(LocalDate date, LocalDate today) {
        return ChronoUnit.YEARS.between(date, today);
    }
}
