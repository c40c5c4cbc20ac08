package io.chancery.platform.person;

/** How long documents are kept: a bean of the feature that keeps them. */
public interface KeepingPeriods {

    /** The rule for a class of documents in words, such as {@code 8 years from the end of the calendar year (AO § 147 (3))}. */
    Period of(String documentClass);

    /**
     * A period.
     *
     * @param years after the one in which something was sent
     * @param start which year that is: {@code calendar-year} or {@code financial-year}
     * @param duty whether the law demands it
     * @param source who says so
     */
    record Period(int years, String start, boolean duty, String source) {}
}
