package io.chancery.message.run.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Gives the values of a file the types that a template's schema asks for: in CSV all are texts. What does not fit stays as
 * it is, and the check says so.
 */
final class SchemaTypes {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");
    /** Schemas of templates are not recursive, so more references than this are none. */
    private static final int DEEPEST = 50;

    private final JsonNode root;

    SchemaTypes(JsonNode schema) {
        this.root = schema;
    }

    /** The data with their types; the given ones are not changed. */
    JsonNode applied(JsonNode data) {
        return typed(data, root);
    }

    private JsonNode typed(JsonNode value, JsonNode described) {
        var schema = resolved(described);
        if (value instanceof ObjectNode object) {
            var typed = JsonNodeFactory.instance.objectNode();
            object.properties()
                    .forEach(property -> typed.set(
                            property.getKey(),
                            typed(property.getValue(), schema.path("properties").path(property.getKey()))));
            return typed;
        }
        if (value instanceof ArrayNode array) {
            var typed = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> typed.add(typed(element, schema.path("items"))));
            return typed;
        }
        return value.isTextual() && !allows(schema, "string") ? typed(value, value.textValue(), schema) : value;
    }

    private static JsonNode typed(JsonNode value, String text, JsonNode schema) {
        if (allows(schema, "integer") && WHOLE.matcher(text).matches()) {
            return LongNode.valueOf(Long.parseLong(text));
        }
        if (allows(schema, "number") && NUMBER.matcher(text).matches()) {
            return DecimalNode.valueOf(new BigDecimal(text));
        }
        boolean truth = text.equals("true") || text.equals("false");
        return allows(schema, "boolean") && truth ? BooleanNode.valueOf(text.equals("true")) : value;
    }

    private static boolean allows(JsonNode schema, String type) {
        var types = schema.path("type");
        if (types.isTextual()) {
            return types.textValue().equals(type);
        }
        for (var one : types) {
            if (one.asText().equals(type)) {
                return true;
            }
        }
        return false;
    }

    private JsonNode resolved(JsonNode schema) {
        var found = schema;
        for (int depth = 0; depth < DEEPEST && found.path("$ref").asText().startsWith("#/"); depth++) {
            found = root.at(found.path("$ref").asText().substring(1));
        }
        return found;
    }
}
