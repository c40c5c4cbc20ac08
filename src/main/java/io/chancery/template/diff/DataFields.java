package io.chancery.template.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.template.schema.DataSchema;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the fields that a JSON Schema knows of, by their JSON pointers. */
final class DataFields {

    private static final int DEEPEST = 16;

    private final JsonNode root;
    private final SortedMap<String, DataField> found = new TreeMap<>();

    private DataFields(JsonNode root) {
        this.root = root;
    }

    /** The fields by names such as {@code /address/city}; those of the lines of a list as {@code /items/*&#47;price}. */
    static SortedMap<String, DataField> of(JsonNode schema) {
        var fields = new DataFields(schema);
        fields.collect(schema, "", DataField.ROOT);
        return Collections.unmodifiableSortedMap(fields.found);
    }

    private void collect(JsonNode reference, String pointer, DataField field) {
        if (field.steps().size() > DEEPEST) {
            return;
        }
        var node = resolve(reference);
        var required = new TreeSet<String>();
        node.path("required").forEach(name -> required.add(name.asText()));
        node.path("properties").properties().forEach(property -> {
            var name = property.getKey();
            var inner = field.field(name, type(resolve(property.getValue())), required.contains(name));
            var innerPointer = pointer + "/" + DataSchema.escape(name);
            found.put(innerPointer, inner);
            collect(property.getValue(), innerPointer, inner);
        });
        if (node.path("items").isObject()) {
            collect(node.path("items"), pointer + "/" + DataField.EACH, field.each());
        }
    }

    private static String type(JsonNode node) {
        return node.path("type") + node.path("format").asText();
    }

    private JsonNode resolve(JsonNode node) {
        var reference = node.path("$ref").asText();
        return reference.startsWith("#") ? root.at(reference.substring(1)) : node;
    }
}
