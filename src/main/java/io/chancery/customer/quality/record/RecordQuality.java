package io.chancery.customer.quality.record;

import io.chancery.customer.mapping.MappedRecord;
import io.chancery.customer.quality.address.Address;
import io.chancery.customer.quality.address.Addresses;
import io.chancery.customer.quality.address.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good a record is.
 *
 * @param score from 0, of no use, to 100, without fault
 * @param verdict on its postal address; null if it has none
 * @param findings what is wrong with it, in the order of the attributes
 */
public record RecordQuality(int score, @Nullable Verdict verdict, List<Finding> findings) {

    private static final int FULL = 100;

    public RecordQuality {
        findings = List.copyOf(findings);
    }

    /** The quality of a record on a day: the same record ages. */
    public static RecordQuality of(MappedRecord record, LocalDate today) {
        var verdict = verdict(record.place());
        var findings = new ArrayList<Finding>();
        NameFindings.of(record, findings);
        BirthDateFindings.of(record, today, findings);
        AddressFindings.of(record.place(), verdict, findings);
        ReachFindings.of(record, findings);
        AgeFindings.of(record, today, findings);
        int cost = findings.stream().mapToInt(Finding::cost).sum();
        return new RecordQuality(Math.max(0, FULL - cost), verdict, findings);
    }

    private static @Nullable Verdict verdict(MappedRecord.Place place) {
        if (place.isEmpty()) {
            return null;
        }
        return Addresses.check(new Address(place.street(), place.postcode(), place.city(), place.country()))
                .verdict();
    }
}
