package io.chancery.render.difference;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.chancery.render.difference.Difference.Finding;
import io.chancery.render.difference.text.Masks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One named value that differs, such as the subject of a mail; empty where it is missing.
 *
 * @param name as the field of the mail, or of the envelope, is called
 */
public record ValueDifference(
        String name,
        @JsonProperty("old") String before,
        @JsonProperty("new") String after) {

    /** Every value that differs, by name. */
    static List<ValueDifference> between(Map<String, String> old, Map<String, String> now, Masks masks) {
        var names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        var different = new ArrayList<ValueDifference>();
        for (var name : names) {
            var before = old.getOrDefault(name, "");
            var after = now.getOrDefault(name, "");
            if (!masks.masked(before).equals(masks.masked(after))) {
                different.add(new ValueDifference(name, before, after));
            }
        }
        return List.copyOf(different);
    }

    Finding finding() {
        return new Finding(name + ": " + shown(before) + " is now " + shown(after), List.of());
    }

    private static String shown(String value) {
        return value.isEmpty() ? "(nothing)" : "«" + value + "»";
    }
}
