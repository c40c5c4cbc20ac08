package io.chancery.render.style;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/** What stands in the {@code style} of an element. */
public final class StyleAttribute {

    private StyleAttribute() {}

    /** Values by property, in lower case, in the order in which they count. */
    public static Map<String, String> of(Element element) {
        var declared = new LinkedHashMap<String, String>();
        for (var part : element.attr("style").split(";")) {
            int colon = part.indexOf(':');
            if (colon > 0) {
                put(
                        declared,
                        part.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        part.substring(colon + 1).strip());
            }
        }
        return declared;
    }

    /** A later one may be about a part of an earlier one, such as a margin. */
    static void put(Map<String, String> declared, String property, String value) {
        declared.remove(property);
        declared.put(property, value);
    }
}
