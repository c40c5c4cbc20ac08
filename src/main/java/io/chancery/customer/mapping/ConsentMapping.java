package io.chancery.customer.mapping;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.ConsentDeclared;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A declaration about being written to that a record carries.
 *
 * @param values what the source's own words mean; an empty column declares nothing
 * @param at when it was declared; the record's own time, else the time of the import, when left out or empty
 * @param purpose what it is for: {@code marketing} for all advertising, {@code service}, or a purpose of advertising
 * @param topics the column with the topics it is limited to; may be empty
 * @param separator between topics
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ConsentMapping(
        String column,
        Map<String, ConsentDeclared.Status> values,
        @Nullable TimestampMapping at,
        List<Channel> channels,
        String purpose,
        String topics,
        String separator) {

    public ConsentMapping {
        column = requireNonNullElse(column, "");
        values = Map.copyOf(requireNonNullElse(values, Map.of()));
        channels = List.copyOf(requireNonNullElse(channels, List.of()));
        purpose = requireNonNullElse(purpose, ConsentDeclared.MARKETING);
        topics = requireNonNullElse(topics, "");
        separator = requireNonNullElse(separator, ";");
    }
}
