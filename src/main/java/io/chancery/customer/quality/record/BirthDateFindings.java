package io.chancery.customer.quality.record;

import io.chancery.customer.mapping.MappedRecord;
import io.chancery.customer.quality.plausibility.BirthDates;
import io.chancery.customer.quality.plausibility.Placeholders;
import io.chancery.customer.quality.plausibility.Plausibility;
import java.time.LocalDate;
import java.util.List;

/** What is wrong with the date of birth. */
final class BirthDateFindings {

    private BirthDateFindings() {}

    static void of(MappedRecord record, LocalDate today, List<Finding> findings) {
        var date = record.birthDate();
        if (date != null) {
            find(date, today, findings);
        } else if (!NameFindings.isOrganisation(record)) {
            findings.add(Finding.BIRTH_DATE_MISSING);
        }
    }

    private static void find(LocalDate date, LocalDate today, List<Finding> findings) {
        if (!BirthDates.isPossible(date, today)) {
            findings.add(Finding.BIRTH_DATE_IMPOSSIBLE);
        } else if (Placeholders.birthDate(date) != Plausibility.PLAUSIBLE) {
            findings.add(Finding.BIRTH_DATE_DOUBTFUL);
        } else if (BirthDates.isRare(date, today)) {
            findings.add(Finding.BIRTH_DATE_RARE);
        }
    }
}
