package io.chancery.web.author;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what people filled in, and says it as programs would. */
public final class Forms {

    /** In front of the path of a file, in the name of the field with its text. */
    private static final String FILE = "file:";

    private Forms() {}

    /** A field without blanks around it; empty if there is none. */
    public static String text(MultivaluedMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "").strip();
    }

    /** A number; 0 if it is none. */
    public static int number(MultivaluedMap<String, String> form, String field) {
        return (int) revision(text(form, field));
    }

    /** A revision of a draft; 0 if it is none. */
    public static long revision(String text) {
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
    }

    /** The fields that were filled in as the body of a request. */
    public static byte[] json(MultivaluedMap<String, String> form, String... fields) {
        var body = JsonNodeFactory.instance.objectNode();
        for (var field : fields) {
            var text = text(form, field);
            if (!text.isEmpty()) {
                body.put(field, text.replace("\r\n", "\n"));
            }
        }
        return bytes(body);
    }

    /** With what a message is shown, as the body of a preview's request. */
    static byte[] order(MultivaluedMap<String, String> form) {
        var body = JsonNodeFactory.instance.objectNode();
        for (var field : List.of("fixture", "language", "copy")) {
            var text = text(form, field);
            if (!text.isEmpty()) {
                body.put(field, text);
            }
        }
        var customer = text(form, "customer").split("\\s+", 2);
        if (customer.length > 1) {
            body.putObject("customer").put("source", customer[0]).put("record", customer[1]);
        } else if (!customer[0].isEmpty()) {
            body.putObject("customer").put("ucid", customer[0]);
        }
        return bytes(body);
    }

    /** One field as the body of a request. */
    public static byte[] body(String field, String value) {
        return bytes(JsonNodeFactory.instance.objectNode().put(field, value));
    }

    /** The body of a request. */
    public static byte[] bytes(ObjectNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The path of a file that somebody wants to add; an empty one that way has no letters yet. */
    static Optional<String> addition(MultivaluedMap<String, String> form) {
        return Optional.of(text(form, "add")).filter(path -> !path.isEmpty());
    }

    /** The texts of files by their path. */
    static Map<String, String> texts(MultivaluedMap<String, String> form) {
        var texts = new TreeMap<String, String>();
        files(form).forEach((path, content) -> {
            if (content != null) {
                texts.put(path, new String(content, StandardCharsets.UTF_8));
            }
        });
        return texts;
    }

    /** The same as bytes. A form has its own line breaks. */
    static Map<String, byte @Nullable []> files(MultivaluedMap<String, String> form) {
        var files = new TreeMap<String, byte @Nullable []>();
        form.forEach((field, values) -> {
            if (field.startsWith(FILE) && !values.isEmpty()) {
                files.put(
                        field.substring(FILE.length()),
                        values.get(0).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
        return files;
    }
}
