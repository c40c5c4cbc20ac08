package io.chancery.web.compliance;

import io.chancery.web.form.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is asked of the archive.
 *
 * @param q as it is typed
 * @param fields what is filled in beside it, by the keys of the query language
 */
record SearchForm(String q, Map<String, String> fields) {

    private static final List<String> KEYS =
            List.of("customer", "reference", "template", "channel", "status", "from", "to", "recipient", "text");

    static SearchForm of(Visit visit) {
        var fields = new LinkedHashMap<String, String>();
        for (var key : KEYS) {
            var value = visit.parameter(key);
            if (!value.isEmpty()) {
                fields.put(key, value);
            }
        }
        return new SearchForm(visit.parameter("q"), fields);
    }

    /** What stands in a field; empty if nothing does. */
    public String at(String key) {
        return fields.getOrDefault(key, "");
    }

    /** Whether anything is asked for. */
    public boolean present() {
        return !q.isEmpty() || !fields.isEmpty();
    }

    /** Whether the fields say something beside the text, and so are to be seen. */
    public boolean detailed() {
        return !fields.isEmpty();
    }

    /** All of it in the query language, such as it is saved. */
    public String text() {
        var text = new StringBuilder(q);
        fields.forEach((key, value) -> text.append(text.isEmpty() ? "" : " ").append(term(key, value)));
        return text.toString();
    }

    private static String term(String key, String value) {
        boolean plain = value.chars().noneMatch(c -> Character.isWhitespace(c) || c == '"');
        return key + ":" + (plain ? value : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }

    /** The address of what follows. */
    public String after(String cursor) {
        var address = new StringBuilder("/archive?after=").append(cursor);
        if (!q.isEmpty()) {
            address.append("&q=").append(encoded(q));
        }
        fields.forEach(
                (key, value) -> address.append('&').append(key).append('=').append(encoded(value)));
        return address.toString();
    }

    /** The text, for the address of another page. */
    public String encoded() {
        return encoded(text());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
