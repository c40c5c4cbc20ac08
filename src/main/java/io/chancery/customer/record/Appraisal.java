package io.chancery.customer.record;

import io.chancery.customer.mapping.MappedRecord;
import io.chancery.customer.matching.Traits;
import io.chancery.customer.quality.record.RecordQuality;
import java.time.LocalDate;

/**
 * What can be said about a record from itself alone, so that it is worked out while the database is busy with others.
 *
 * @param traits what of it counts in matching
 */
public record Appraisal(RecordQuality quality, Traits traits) {

    /** @param today for what depends on the day */
    public static Appraisal of(MappedRecord record, LocalDate today) {
        return new Appraisal(RecordQuality.of(record, today), Traits.of(record));
    }
}
