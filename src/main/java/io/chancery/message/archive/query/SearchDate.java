package io.chancery.message.archive.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;

/** A day (all of it, in UTC) or an instant, as people write it into a search. */
final class SearchDate {

    static final String FAULT = "is neither a day such as 2026-01-31 nor an instant such as 2026-01-31T08:00:00Z";

    private static final Year FIRST = Year.of(1970);
    private static final Year LAST = Year.of(9999);

    private SearchDate() {}

    /** When it begins. */
    static Instant beginning(String text) {
        return read(text, 0);
    }

    /** What begins when it ends. */
    static Instant end(String text) {
        return read(text, 1);
    }

    private static Instant read(String text, int daysAfter) {
        try {
            var read = text.indexOf('T') < 0
                    ? LocalDate.parse(text)
                            .plusDays(daysAfter)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            int year = read.atOffset(ZoneOffset.UTC).getYear();
            if (year < FIRST.getValue() || year > LAST.getValue()) {
                throw new IllegalArgumentException();
            }
            return read;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
