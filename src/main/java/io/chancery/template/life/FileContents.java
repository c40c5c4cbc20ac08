package io.chancery.template.life;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Files in JSON, by their path: a text as it is, a picture or a font as {@code {"base64": "…"}}. */
final class FileContents {

    private static final String BASE64 = "base64";

    private FileContents() {}

    static ObjectNode write(Map<String, byte[]> files) {
        var json = JsonNodeFactory.instance.objectNode();
        files.forEach((path, content) -> text(content)
                .ifPresentOrElse(
                        text -> json.put(path, text), () -> json.putObject(path).put(BASE64, content)));
        return json;
    }

    /** Empty unless it is UTF-8, and without NUL, which the database does not take in a text. */
    private static Optional<String> text(byte[] content) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.indexOf(0) < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }

    /** Files that were written so. */
    static SortedMap<String, byte[]> read(JsonNode json) {
        var files = new TreeMap<String, byte[]>();
        json.properties()
                .forEach(file ->
                        files.put(file.getKey(), content(file.getValue()).orElseThrow()));
        return files;
    }

    /** One file; empty if it was not written so. */
    static Optional<byte[]> content(JsonNode file) {
        if (file.isTextual()) {
            var text = file.asText();
            return text.indexOf(0) < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text)
                    ? Optional.of(text.getBytes(StandardCharsets.UTF_8))
                    : Optional.empty();
        }
        return file.size() == 1 && file.path(BASE64).isTextual() ? decoded(file.path(BASE64)) : Optional.empty();
    }

    private static Optional<byte[]> decoded(JsonNode base64) {
        try {
            return Optional.of(base64.binaryValue());
        } catch (IllegalArgumentException | IOException noBase64) {
            return Optional.empty();
        }
    }
}
