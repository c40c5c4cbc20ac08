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

    /** Marks on one letter that some script or phonetician needs; more only cover the lines around. */
    private static final int MOST_MARKS = 8;

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

    /**
     * Without what no channel can carry and no reader make out: control characters, halves of surrogate pairs,
     * non-characters, turns of the direction of reading, by which a text could pass for another, and towers of marks.
     */
    public static String printable(String text) {
        int common = 0;
        while (common < text.length() && isCommon(text.charAt(common))) {
            common++;
        }
        if (common == text.length()) {
            return text;
        }
        var printable = new StringBuilder(text.length());
        int marks = 0;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            marks = isMark(codePoint) ? marks + 1 : 0;
            if (marks <= MOST_MARKS && isPrintable(codePoint)) {
                printable.appendCodePoint(codePoint);
            }
        }
        return printable.toString();
    }

    /** What nearly every text is made of, so that it is looked through fast: letters, and the signs of typography. */
    private static boolean isCommon(int character) {
        boolean latin = character >= ' ' && character < 0x300 && (character <= '~' || character >= 0xA0);
        boolean sign = character >= 0x2010 && character <= 0x20BF;
        return latin || character == '\n' || (sign && !isTurn(character));
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isPrintable(int codePoint) {
        boolean control = Character.isISOControl(codePoint) && "\t\n\r".indexOf(codePoint) < 0;
        return !control && isCharacter(codePoint) && !isTurn(codePoint);
    }

    /** Not half of one, and none of those that never will be one. */
    private static boolean isCharacter(int codePoint) {
        boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        boolean none = (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
        return !half && !none;
    }

    /** The explicit ones (UAX #9 §2): what a script's own letters and marks do is left to them. */
    private static boolean isTurn(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
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
