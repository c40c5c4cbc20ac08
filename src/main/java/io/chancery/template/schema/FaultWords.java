package io.chancery.template.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Says what is wrong in words for the caller's log: names the rule, never the value, which may be personal. */
final class FaultWords {

    private static final Map<String, String> TYPES = Map.of(
            "string", "a text",
            "number", "a number",
            "integer", "a whole number",
            "boolean", "true or false",
            "object", "an object",
            "array", "a list",
            "null", "null");

    private static final Map<String, String> FORMATS = Map.of(
            "date", "a date of the calendar, written YYYY-MM-DD",
            "decimal", "a decimal number in a string, such as \"1234.56\"",
            "regex", "a regular expression",
            "time-span", "a length of time (ISO 8601), such as PT72H or P3D");

    private static final Map<String, String> RULES = Map.ofEntries(
            Map.entry("required", "is missing"),
            Map.entry("dependentRequired", "is missing"),
            Map.entry("additionalProperties", "is not known here"),
            Map.entry("unevaluatedProperties", "is not known here"),
            Map.entry("minLength", "must have at least %s characters"),
            Map.entry("maxLength", "must have at most %s characters"),
            Map.entry("minItems", "must have at least %s entries"),
            Map.entry("maxItems", "must have at most %s entries"),
            Map.entry("minProperties", "must have at least %s properties"),
            Map.entry("maxProperties", "must have at most %s properties"),
            Map.entry("minimum", "must be at least %s"),
            Map.entry("maximum", "must be at most %s"),
            Map.entry("exclusiveMinimum", "must be more than %s"),
            Map.entry("exclusiveMaximum", "must be less than %s"),
            Map.entry("multipleOf", "must be a multiple of %s"),
            Map.entry("pattern", "must match the pattern %s"),
            Map.entry("const", "must be %s"),
            Map.entry("enum", "must be one of %s"),
            Map.entry("uniqueItems", "must not repeat an entry"),
            Map.entry("propertyNames", "has a property with a name that is not allowed"));

    private FaultWords() {}

    static String of(ValidationMessage message) {
        var keyword = message.getType();
        var rule = Objects.requireNonNullElse(message.getSchemaNode(), message.getInstanceNode());
        return switch (keyword) {
            case "type" -> "must be " + type(rule);
            case "format" -> "must be " + FORMATS.getOrDefault(rule.asText(), "a valid " + rule.asText());
            default ->
                RULES.getOrDefault(keyword, "does not keep the rule «" + keyword + "» of the schema")
                        .formatted(plain(rule));
        };
    }

    private static String type(JsonNode rule) {
        return words(rule).map(type -> TYPES.getOrDefault(type, type)).collect(Collectors.joining(" or "));
    }

    private static String plain(JsonNode rule) {
        return words(rule).collect(Collectors.joining(", "));
    }

    /** The rule itself, or each of its entries when it is a list. */
    private static Stream<String> words(JsonNode rule) {
        return rule.isArray()
                ? StreamSupport.stream(rule.spliterator(), false).map(JsonNode::asText)
                : Stream.of(rule.asText());
    }
}
