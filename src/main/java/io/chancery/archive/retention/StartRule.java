package io.chancery.archive.retention;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Locale;

/** With the end of which year a period begins: never with the day itself. */
public enum StartRule {
    CALENDAR_YEAR {
        @Override
        YearMonth lastMonth(LocalDate day, Month financialYearEnd) {
            return YearMonth.of(day.getYear(), Month.DECEMBER);
        }
    },
    /** Switzerland (OR 958f(1)). */
    FINANCIAL_YEAR {
        @Override
        YearMonth lastMonth(LocalDate day, Month financialYearEnd) {
            int year = day.getMonth().compareTo(financialYearEnd) > 0 ? day.getYear() + 1 : day.getYear();
            return YearMonth.of(year, financialYearEnd);
        }
    };

    /** The last month of the year that a day is in. */
    abstract YearMonth lastMonth(LocalDate day, Month financialYearEnd);

    /** The wire form: lower case, with hyphens. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if there is none with this code */
    @JsonCreator
    public static StartRule of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
