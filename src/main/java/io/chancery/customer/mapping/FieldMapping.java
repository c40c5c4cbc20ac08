package io.chancery.customer.mapping;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where one thing that we know about a customer comes from: a column, a template of columns such as
 * {@code {STRASSE} {HAUSNR}}, or a constant. If several fields have the same kind, the first that is not empty counts.
 *
 * @param pattern of a date, as of {@link java.time.format.DateTimeFormatter}; ISO 8601 when left out
 * @param values what the source's own words mean, such as {@code {"Brief": "print"}}; others stand for themselves
 * @param fallback the value when the source has none
 * @param scheme of an identifier: who gave it, such as {@code crm} or {@code ssn}; records of different sources that speak
 *     of the same thing use the same scheme. A source's own ids count for others when its id column is mapped as well
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FieldMapping(
        FieldKind kind,
        @Nullable String column,
        @Nullable String template,
        @Nullable String constant,
        @Nullable String pattern,
        Map<String, String> values,
        String fallback,
        @Nullable String scheme) {

    public FieldMapping {
        values = Map.copyOf(requireNonNullElse(values, Map.of()));
        fallback = requireNonNullElse(fallback, "");
    }

    Expression source() {
        if (column != null) {
            return Expression.ofColumn(column);
        }
        return template != null
                ? Expression.ofTemplate(template)
                : Expression.ofConstant(requireNonNullElse(constant, ""));
    }

    /** How this field is called when something is wrong with its value. */
    String label() {
        return requireNonNullElse(column, requireNonNullElse(template, "constant"));
    }
}
