package io.chancery.customer.quality.record;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The quality of many records, such as those of one source.
 *
 * @param average score, 0 if there are no records
 * @param shares how many records have a finding, from 0 to 1; those that none has are missing
 */
public record QualitySummary(long records, double average, List<Share> shares) {

    public QualitySummary {
        shares = List.copyOf(shares);
    }

    /** How many of the records have a finding, from 0 to 1. */
    public record Share(Finding finding, double share) {}

    /** Takes records one by one, in constant memory. */
    public static QualitySummary of(Stream<RecordQuality> qualities) {
        var count = new Count();
        qualities.forEachOrdered(count::add);
        return count.summary();
    }

    private static final class Count {

        private final Map<Finding, Long> found = new EnumMap<>(Finding.class);
        private long records;
        private long scores;

        void add(RecordQuality quality) {
            records++;
            scores += quality.score();
            quality.findings().forEach(finding -> found.merge(finding, 1L, Long::sum));
        }

        QualitySummary summary() {
            var shares = Arrays.stream(Finding.values())
                    .filter(found::containsKey)
                    .map(finding -> new Share(finding, (double) found.getOrDefault(finding, 0L) / records))
                    .toList();
            return new QualitySummary(records, records == 0 ? 0 : (double) scores / records, shares);
        }
    }
}
