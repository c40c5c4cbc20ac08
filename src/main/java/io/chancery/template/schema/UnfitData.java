package io.chancery.template.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.platform.Fault;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what JSON can carry but no database keeps and no channel shows: NUL, halves of surrogate pairs, and data nested
 * so deep that every later step would have to fear for its stack.
 */
final class UnfitData {

    private static final int DEEPEST = 50;
    private static final String TEXT = "holds a character that is no text: NUL or half of a surrogate pair";

    private final List<Fault> faults = new ArrayList<>();

    private UnfitData() {}

    static List<Fault> find(JsonNode data, String at) {
        var unfit = new UnfitData();
        unfit.walk(data, at, 0);
        return unfit.faults;
    }

    private void walk(JsonNode node, String at, int depth) {
        if (depth > DEEPEST) {
            faults.add(new Fault(at, "is nested more than " + DEEPEST + " deep"));
            return;
        }
        if (node.isTextual() && isUnfit(node.textValue())) {
            faults.add(new Fault(at, TEXT));
        }
        for (var property : node.properties()) {
            if (isUnfit(property.getKey())) {
                faults.add(new Fault(at, "has a property whose name " + TEXT));
            } else {
                walk(property.getValue(), at + "/" + DataSchema.escape(property.getKey()), depth + 1);
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(node.get(i), at + "/" + i, depth + 1);
        }
    }

    private static boolean isUnfit(String text) {
        return text.codePoints().anyMatch(codePoint -> codePoint == 0 || isHalf(codePoint));
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
