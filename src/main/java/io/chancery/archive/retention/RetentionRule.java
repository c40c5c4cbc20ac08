package io.chancery.archive.retention;

import java.time.LocalDate;
import java.time.Month;

/**
 * How long documents of a class are kept.
 *
 * @param documentClass such as {@code voucher} or {@code letter}
 * @param years after the year in which it was sent
 * @param start which year that is
 * @param duty whether the law demands it; else it is the company's own choice, which gives way to an erasure
 * @param source who says so
 */
public record RetentionRule(String documentClass, int years, StartRule start, boolean duty, String source) {

    private static final int MOST_YEARS = 100;

    public RetentionRule {
        if (years < 0 || years > MOST_YEARS) {
            throw new IllegalArgumentException(
                    "%s cannot be kept for %d years, but for 0 to %d".formatted(documentClass, years, MOST_YEARS));
        }
    }

    /** The last day on which something is kept that was sent on a day: always the last one of a month. */
    public LocalDate lastDay(LocalDate sent, Month financialYearEnd) {
        return start.lastMonth(sent, financialYearEnd).plusYears(years).atEndOfMonth();
    }

    /** In words, for the protocol of what was deleted. */
    public String words() {
        return "%s: %d years from the end of the %s (%s)"
                .formatted(documentClass, years, start.code().replace('-', ' '), source);
    }
}
