package io.chancery.template.source;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.chancery.template.schema.DataSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A YAML file as plain data that remembers the place of everything in it. Aliases, tags and repeated keys are faults. */
final class YamlFile {

    private static final int DEEPEST = 60;

    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .build();
    private static final JsonLocation BEGINNING = new JsonLocation(null, 0, 1, 1);
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private final String name;
    private final Faults faults;
    private final Map<String, JsonLocation> places = new HashMap<>();
    private JsonNode root = NODES.missingNode();

    private YamlFile(String name, Faults faults) {
        this.name = name;
        this.faults = faults;
    }

    /** Reads a file; empty, with a fault, if it is not YAML at all. */
    static Optional<YamlFile> parse(String name, String text, Faults faults) {
        var file = new YamlFile(name, faults);
        try (var parser = FACTORY.createParser(text)) {
            file.read(parser);
            return Optional.of(file);
        } catch (JsonProcessingException e) {
            faults.add(name, e.getLocation(), "", "is not YAML from here on");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode root() {
        return root;
    }

    /** Adds each breach of the schema as a fault of this file. */
    void check(DataSchema schema) {
        schema.check(root, "").forEach(fault -> fault(fault.pointer(), fault.detail()));
    }

    void fault(String pointer, String detail) {
        faults.add(name, placeOf(pointer), pointer, detail);
    }

    /** Where something is, or what is around it if it is missing. */
    private JsonLocation placeOf(String pointer) {
        var at = pointer;
        while (!places.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return places.getOrDefault(at, BEGINNING);
    }

    private void read(YAMLParser parser) throws IOException {
        if (parser.nextToken() != null) {
            root = value(parser, "");
            if (parser.nextToken() != null) {
                faults.add(name, parser.currentTokenLocation(), "", "begins a second document");
            }
        }
    }

    private JsonNode value(YAMLParser parser, String at) throws IOException {
        places.putIfAbsent(at, parser.currentTokenLocation());
        if (parser.isCurrentAlias() || parser.getTypeId() != null) {
            fault(at, "uses an alias or a tag, which are not taken here");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, at);
            case START_ARRAY -> array(parser, at);
            default -> scalar(parser);
        };
    }

    private JsonNode object(YAMLParser parser, String at) throws IOException {
        var object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            var pointer = at + "/" + DataSchema.escape(key);
            var place = parser.currentTokenLocation();
            if (object.has(key)) {
                faults.add(name, place, pointer, "is there twice");
            }
            places.put(pointer, place);
            parser.nextToken();
            object.set(key, value(parser, pointer));
        }
        return object;
    }

    private JsonNode array(YAMLParser parser, String at) throws IOException {
        var array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser, at + "/" + array.size()));
        }
        return array;
    }

    private static ValueNode scalar(YAMLParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> (ValueNode) NODES.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> NODES.textNode(parser.getText());
        };
    }

    private static ValueNode integer(YAMLParser parser) throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.INT
                ? NODES.numberNode(parser.getIntValue())
                : (ValueNode) NODES.numberNode(parser.getBigIntegerValue());
    }
}
