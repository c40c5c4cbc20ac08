package io.chancery.platform.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A record exactly as the source wrote it, by the source's own column names. */
public record RawRecord(ObjectNode columns) {

    /** The longest record, in characters as JSON; more is a mistake of the sender, not a customer. */
    public static final int MAX_LENGTH = 65_536;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Reads one JSON object; empty if the text is something else. */
    public static Optional<RawRecord> parse(String text) {
        try {
            return JSON.readTree(text) instanceof ObjectNode columns
                    ? Optional.of(new RawRecord(columns))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The text of a column; empty when there is none. Lists are read as their members, joined by «;». */
    public String text(String column) {
        return text(column.startsWith("/") ? columns.at(column) : columns.path(column));
    }

    private static String text(JsonNode node) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(RawRecord::text)
                    .collect(Collectors.joining(";"));
        }
        return node.isNull() ? "" : node.asText();
    }

    /** The same record gives the same JSON, whatever the order of its columns. */
    public String json() {
        try {
            return JSON.writeValueAsString(columns);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A parsed record can always be written", e);
        }
    }

    /** Whether a database can keep it: PostgreSQL takes neither NUL nor half a surrogate pair. */
    public boolean isStorable() {
        return isStorable(columns);
    }

    private static boolean isStorable(JsonNode node) {
        if (node.isTextual()) {
            return isStorable(node.textValue());
        }
        for (var names = node.fieldNames(); names.hasNext(); ) {
            if (!isStorable(names.next())) {
                return false;
            }
        }
        for (var child : node) {
            if (!isStorable(child)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
