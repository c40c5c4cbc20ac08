package io.chancery.customer.mapping;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A point in time in a column.
 *
 * @param pattern as of {@link java.time.format.DateTimeFormatter}; ISO 8601 when left out
 * @param zone of times without an offset; UTC when left out
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TimestampMapping(String column, @Nullable String pattern, String zone) {

    public TimestampMapping {
        column = requireNonNullElse(column, "");
        zone = requireNonNullElse(zone, "UTC");
    }
}
