package io.chancery.render.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.render.language.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a JSON Schema says of the data of a request: which fields there can be. */
public final class DataShape {

    private static final List<String> ALTERNATIVES = List.of("allOf", "anyOf", "oneOf");
    private static final List<String> CONDITIONS = List.of("then", "else");

    private final JsonNode schema;

    private DataShape(JsonNode schema) {
        this.schema = schema;
    }

    /** @param schema whose references do not run in circles */
    public static Shape of(JsonNode schema) {
        return new DataShape(schema).shape(schema);
    }

    private Shape shape(JsonNode node) {
        if (node.has("$ref")) {
            return shape(resolved(node));
        }
        var fields = new HashMap<String, Shape>();
        collect(node, fields);
        if (!fields.isEmpty()) {
            return new Shape.Fields(fields, isOpen(node));
        }
        var type = node.path("type");
        return switch (type.asText()) {
            case "object" -> new Shape.Fields(Map.of(), isOpen(node));
            case "array" -> new Shape.Items(node.has("items") ? shape(node.get("items")) : Shape.OPEN);
            case "string", "number", "integer", "boolean" -> Shape.PLAIN;
            default -> node.has("enum") || node.has("const") ? Shape.PLAIN : Shape.OPEN;
        };
    }

    private void collect(JsonNode part, Map<String, Shape> fields) {
        var node = resolved(part);
        node.path("properties")
                .properties()
                .forEach(property -> fields.merge(property.getKey(), shape(property.getValue()), Shape::or));
        ALTERNATIVES.forEach(word -> node.path(word).forEach(alternative -> collect(alternative, fields)));
        CONDITIONS.stream().filter(node::has).forEach(word -> collect(node.get(word), fields));
    }

    private JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asText();
        return reference.startsWith("#/") ? schema.at(reference.substring(1)) : node;
    }

    private static boolean isOpen(JsonNode node) {
        var others = node.has("unevaluatedProperties")
                ? node.get("unevaluatedProperties")
                : node.path("additionalProperties");
        return !others.isBoolean() || others.booleanValue();
    }
}
