package io.chancery.customer.quality.record;

import io.chancery.customer.mapping.MappedRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How good a record is.
 *
 * @param score from 0, of no use, to 100, without fault
 * @param findings what is wrong with it, in the order of the attributes
 */
public record RecordQuality(int score, List<Finding> findings) {

    private static final int FULL = 100;

    public RecordQuality {
        findings = List.copyOf(findings);
    }

    /** The quality of a record on a day: the same record ages. */
    public static RecordQuality of(MappedRecord record, LocalDate today) {
        var findings = new ArrayList<Finding>();
        NameFindings.of(record, findings);
        BirthDateFindings.of(record, today, findings);
        AddressFindings.of(record.place(), findings);
        ReachFindings.of(record, findings);
        AgeFindings.of(record, today, findings);
        int cost = findings.stream().mapToInt(Finding::cost).sum();
        return new RecordQuality(Math.max(0, FULL - cost), findings);
    }
}
