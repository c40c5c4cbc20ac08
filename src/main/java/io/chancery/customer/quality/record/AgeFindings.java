package io.chancery.customer.quality.record;

import io.chancery.customer.mapping.MappedRecord;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Whether the record is old: about one household in ten moves each year. Sources that give no time are not blamed for it. */
final class AgeFindings {

    private static final int AGED = 3;
    private static final int STALE = 6;

    private AgeFindings() {}

    static void of(MappedRecord record, LocalDate today, List<Finding> findings) {
        var modified = record.modified();
        if (modified == null) {
            return;
        }
        long years = ChronoUnit.YEARS.between(modified.atZone(ZoneOffset.UTC).toLocalDate(), today);
        if (years >= STALE) {
            findings.add(Finding.STALE);
        } else if (years >= AGED) {
            findings.add(Finding.AGED);
        }
    }
}
