package io.chancery.template.life;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What two versions demand of the data of a request. A field of the lines of a list is named {@code /items/*&#47;price}.
 *
 * @param added fields that only the later one knows
 * @param removed fields that only the earlier one knows
 * @param demanded fields that requests need not have now, and will have to
 * @param retyped fields whose type is another
 * @param breaking whether a request that was good may be refused
 */
record DataChange(
        List<String> added, List<String> removed, List<String> demanded, List<String> retyped, boolean breaking) {

    private static final int DEEPEST = 16;

    private record Field(String type, boolean required) {}

    static DataChange between(JsonNode from, JsonNode to) {
        var before = fields(from);
        var after = fields(to);
        var added = only(after.keySet(), path -> !before.containsKey(path));
        var removed = only(before.keySet(), path -> !after.containsKey(path));
        var demanded = only(after.keySet(), path -> required(after, path) && !required(before, path));
        var retyped =
                only(after.keySet(), path -> before.containsKey(path) && !same(before.get(path), after.get(path)));
        boolean breaking = !removed.isEmpty() || !demanded.isEmpty() || !retyped.isEmpty();
        return new DataChange(added, removed, demanded, retyped, breaking);
    }

    private static List<String> only(Iterable<String> paths, Predicate<String> which) {
        SortedSet<String> found = new TreeSet<>();
        paths.forEach(path -> {
            if (which.test(path)) {
                found.add(path);
            }
        });
        return List.copyOf(found);
    }

    private static boolean same(@Nullable Field one, @Nullable Field other) {
        return one != null && other != null && one.type().equals(other.type());
    }

    private static boolean required(Map<String, Field> fields, String path) {
        var field = fields.get(path);
        return field != null && field.required();
    }

    private static SortedMap<String, Field> fields(JsonNode schema) {
        var fields = new TreeMap<String, Field>();
        collect(schema, schema, "", fields, 0);
        return fields;
    }

    private static void collect(
            JsonNode root, JsonNode reference, String path, SortedMap<String, Field> fields, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        var node = resolve(root, reference);
        var required = new TreeSet<String>();
        node.path("required").forEach(name -> required.add(name.asText()));
        node.path("properties").properties().forEach(property -> {
            var inner = path + "/" + property.getKey();
            fields.put(
                    inner, new Field(type(resolve(root, property.getValue())), required.contains(property.getKey())));
            collect(root, property.getValue(), inner, fields, depth + 1);
        });
        if (node.path("items").isObject()) {
            collect(root, node.path("items"), path + "/*", fields, depth + 1);
        }
    }

    private static String type(JsonNode node) {
        return node.path("type") + node.path("format").asText();
    }

    private static JsonNode resolve(JsonNode root, JsonNode node) {
        var reference = node.path("$ref").asText();
        return reference.startsWith("#") ? root.at(reference.substring(1)) : node;
    }
}
