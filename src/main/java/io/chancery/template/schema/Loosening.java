package io.chancery.template.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** Takes what is wrong out of a JSON Schema, so that what it says beside that can be used to judge names by. */
public final class Loosening {

    /** What holds schemas by their name. */
    private static final Set<String> NAMED = Set.of("properties", "$defs");

    private Loosening() {}

    /**
     * The schema, but for the smallest schema around each fault, which allows anything.
     *
     * @param faults pointers into it
     * @return one that compiles; an empty one if nothing else is left
     */
    public static JsonNode of(JsonNode schema, List<String> faults) {
        var loose = schema.deepCopy();
        faults.stream().map(JsonPointer::compile).forEach(fault -> loosen(loose, fault));
        try {
            DataSchema.of(loose);
            return loose;
        } catch (IllegalArgumentException beyondRepair) {
            return anything();
        }
    }

    private static void loosen(JsonNode schema, JsonPointer fault) {
        if (fault.matches()) {
            clear(schema);
            return;
        }
        var above = fault.head();
        var around = schema.at(above);
        if (around.isObject() && !above.matches() && NAMED.contains(above.last().getMatchingProperty())) {
            ((ObjectNode) around).set(fault.last().getMatchingProperty(), anything());
        } else if (around.isObject()) {
            clear(around);
        } else {
            loosen(schema, above);
        }
    }

    private static void clear(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            object.removeAll();
        }
    }

    private static ObjectNode anything() {
        return JsonNodeFactory.instance.objectNode();
    }
}
