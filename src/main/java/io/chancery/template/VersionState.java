package io.chancery.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a version stands.
 *
 * @param initiation {@code reactive} or {@code proactive}; null for a block or a brand
 * @param status what was done to it last; {@link Step.Kind#PUBLISHED} also when a newer one is live
 * @param live whether new messages are made from it or, for a block or a brand, new versions of templates pin it
 * @param by who did that
 * @param at when it was done
 * @param from from when a publication counts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VersionState(
        int number, @Nullable String initiation, Step.Kind status, boolean live, String by, Instant at, Instant from) {

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

            public static Kind of(String code) {
                return valueOf(code.toUpperCase(Locale.ROOT));
            }
        }
    }
}
