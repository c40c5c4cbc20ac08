package io.chancery.template.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.platform.Fault;
import java.util.ArrayList;
import java.util.List;

/** Finds text that JSON can carry but a database cannot keep and no channel can show: NUL and halves of surrogate pairs. */
final class UnfitText {

    private static final String WORDS = "holds a character that is no text: NUL or half of a surrogate pair";

    private final List<Fault> faults = new ArrayList<>();

    private UnfitText() {}

    static List<Fault> find(JsonNode data, String at) {
        var unfit = new UnfitText();
        unfit.walk(data, at);
        return unfit.faults;
    }

    private void walk(JsonNode node, String at) {
        if (node.isTextual() && isUnfit(node.textValue())) {
            faults.add(new Fault(at, WORDS));
        }
        node.properties().forEach(property -> walkProperty(property.getKey(), property.getValue(), at));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), at + "/" + i);
            }
        }
    }

    private void walkProperty(String name, JsonNode value, String at) {
        if (isUnfit(name)) {
            faults.add(new Fault(at, "has a property whose name " + WORDS));
        } else {
            walk(value, at + "/" + DataSchema.escape(name));
        }
    }

    private static boolean isUnfit(String text) {
        return text.codePoints().anyMatch(codePoint -> codePoint == 0 || isHalf(codePoint));
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
