package io.chancery.template.store;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One thing that was done to a version.
 *
 * @param from from when a publication counts; of other steps the same as {@code at}
 * @param editors who wrote what was submitted; of other steps nobody
 */
public record Step(Kind kind, String by, Instant at, Instant from, String reason, List<String> editors) {

    /** What can be done to a version. */
    public enum Kind {
        SUBMITTED,
        APPROVED,
        RETURNED,
        PUBLISHED,
        RETIRED;

        /** Lower case, as kept. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
