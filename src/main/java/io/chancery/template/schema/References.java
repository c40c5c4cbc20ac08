package io.chancery.template.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Follows the references of a schema: each must lead to a place inside it, and none back to where it came from. */
final class References {

    private static final Set<String> PLAIN_DATA = Set.of("const", "enum", "default", "examples");

    private final JsonNode schema;
    private final Set<String> open = new HashSet<>();
    private final Set<String> done = new HashSet<>();

    private References(JsonNode schema) {
        this.schema = schema;
        open.add("#");
    }

    /**
     * Checks all references.
     *
     * @throws IllegalArgumentException if one leaves the schema, leads nowhere, or runs in a circle
     */
    static void check(JsonNode schema) {
        new References(schema).walk(schema);
    }

    private void walk(JsonNode node) {
        var reference = node.path("$ref");
        if (reference.isTextual()) {
            follow(reference.textValue());
        }
        node.properties().stream()
                .filter(property -> !PLAIN_DATA.contains(property.getKey()))
                .forEach(property -> walk(property.getValue()));
        if (node.isArray()) {
            node.forEach(this::walk);
        }
    }

    private void follow(String reference) {
        if (open.contains(reference)) {
            throw new IllegalArgumentException("The reference " + reference + " leads back to itself");
        }
        var target = reference.startsWith("#/") ? schema.at(JsonPointer.compile(reference.substring(1))) : null;
        if (target == null || target.isMissingNode()) {
            throw new IllegalArgumentException("The reference " + reference + " leads nowhere in this schema");
        }
        if (!done.contains(reference)) {
            open.add(reference);
            walk(target);
            open.remove(reference);
            done.add(reference);
        }
    }
}
