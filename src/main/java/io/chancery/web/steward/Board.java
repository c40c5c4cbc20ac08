package io.chancery.web.steward;

import io.chancery.customer.SourceDesk.Overview;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The quality of all sources beside each other. */
record Board(List<Overview> sources) {

    private static final List<String> ATTRIBUTES =
            List.of("family-name", "given-name", "birth-date", "address", "email", "mobile");

    /** Below this share a value is not what one can rely on. */
    private static final double THIN = 0.5;

    private static final double GOOD = 0.85;

    /** What completeness is shown of. */
    public List<String> attributes() {
        return ATTRIBUTES;
    }

    /** The share of records that have a value; null where nobody counts it. */
    public @Nullable Double share(Overview source, String attribute) {
        Map<String, Double> filled = source.holdings().filled();
        return filled.get(attribute);
    }

    /** good, fair or thin. */
    public String grade(@Nullable Double share) {
        if (share == null || share < THIN) {
            return "thin";
        }
        return share < GOOD ? "fair" : "good";
    }

    /** The same of a quality, 0 to 100. */
    public String gradeOf(@Nullable Double quality) {
        return grade(quality == null ? null : quality / 100);
    }
}
