package io.chancery.render.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.chancery.render.RenderException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Turns the data of a request into plain values by the template's JSON Schema: a text whose format is {@code date} becomes
 * a date, one whose format is {@code decimal} a decimal. Nulls are left out, so that a missing value is missing.
 */
public final class DataModel {

    /** Digits before or after the point that no honest amount has; a number like 1E999999999 would fill the memory. */
    private static final int MOST_DIGITS = 60;

    private final JsonNode schema;

    public DataModel(JsonNode schema) {
        this.schema = schema;
    }

    /**
     * @param data an object that is valid under the schema
     */
    public Map<String, Object> values(JsonNode data) {
        return fields(data, resolved(schema), "/data");
    }

    private Map<String, Object> fields(JsonNode data, JsonNode shape, String pointer) {
        var values = new LinkedHashMap<String, Object>();
        data.fields().forEachRemaining(field -> {
            var value = value(field.getValue(), field(shape, field.getKey()), pointer + "/" + field.getKey());
            if (value != null) {
                values.put(field.getKey(), value);
            }
        });
        return Collections.unmodifiableMap(values);
    }

    private JsonNode field(JsonNode shape, String name) {
        var property = shape.path("properties").path(name);
        return resolved(property.isMissingNode() ? shape.path("additionalProperties") : property);
    }

    private @Nullable Object value(JsonNode node, JsonNode shape, String pointer) {
        return switch (node.getNodeType()) {
            case OBJECT -> fields(node, shape, pointer);
            case ARRAY -> items(node, resolved(shape.path("items")), pointer);
            case STRING -> text(node.textValue(), shape.path("format").asText(), pointer);
            case NUMBER -> number(node, pointer);
            case BOOLEAN -> node.booleanValue();
            default -> null;
        };
    }

    private List<Object> items(JsonNode array, JsonNode shape, String pointer) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(item -> value(item, shape, pointer))
                .filter(Objects::nonNull)
                .map(Object.class::cast)
                .toList();
    }

    private static Object text(String text, String format, String pointer) {
        try {
            return switch (format) {
                case "date" -> LocalDate.parse(text);
                case "decimal" -> bounded(new BigDecimal(text), pointer);
                default -> printable(text);
            };
        } catch (DateTimeParseException | NumberFormatException malformed) {
            throw new RenderException(pointer + " is not a " + format);
        }
    }

    private static Number number(JsonNode node, String pointer) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.canConvertToInt() ? (Number) node.intValue() : (Number) node.longValue();
        }
        return bounded(node.decimalValue(), pointer);
    }

    private static BigDecimal bounded(BigDecimal number, String pointer) {
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw new RenderException(pointer + " has more than " + MOST_DIGITS + " digits");
        }
        return number;
    }

    /** Without what neither XML nor an SMS can carry: control characters, halves of surrogate pairs, non-characters. */
    public static String printable(String text) {
        return text.codePoints().allMatch(DataModel::isPrintable)
                ? text
                : text.codePoints()
                        .filter(DataModel::isPrintable)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isPrintable(int codePoint) {
        boolean control =
                Character.isISOControl(codePoint) && codePoint != '\t' && codePoint != '\n' && codePoint != '\r';
        boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return !control && !half && (codePoint & 0xFFFE) != 0xFFFE;
    }

    private JsonNode resolved(JsonNode shape) {
        var reference = shape.path("$ref").asText();
        return reference.startsWith("#/") ? resolvedOnce(reference) : shape;
    }

    /** One step is enough for a schema people write; a reference to a reference keeps its text as text. */
    private JsonNode resolvedOnce(String reference) {
        var target = schema.at(reference.substring(1));
        return target.isMissingNode() ? MissingNode.getInstance() : target;
    }
}
