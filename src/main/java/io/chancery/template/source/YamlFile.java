package io.chancery.template.source;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.chancery.template.ImportReport.SourceFault;
import io.chancery.template.schema.DataSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
    private final Set<String> pointers = new LinkedHashSet<>();
    private JsonNode read = NODES.missingNode();
    private JsonNode root = read;

    private YamlFile(String name, Faults faults) {
        this.name = name;
        this.faults = faults;
    }

    /** Reads a file; empty, with a fault, if it is not YAML at all. */
    static Optional<YamlFile> parse(String name, String text, Faults faults) {
        var file = new YamlFile(name, faults);
        try (var parser = FACTORY.createParser(text)) {
            file.read(parser);
            file.read = file.root;
            return Optional.of(file);
        } catch (JsonProcessingException e) {
            file.fault(e.getLocation(), "", "is not YAML from here on");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file and checks it by a schema; empty, with a fault, if nothing of it can be read. */
    static YamlFile read(String path, SourceFiles files, DataSchema schema, Faults faults) {
        var name = files.nameOf(path);
        var yaml = files.text(path, faults).flatMap(text -> parse(name, text, faults));
        yaml.ifPresent(file -> file.check(schema));
        return yaml.orElseGet(() -> unreadable(name, faults));
    }

    private static YamlFile unreadable(String name, Faults faults) {
        var file = new YamlFile(name, faults);
        file.pointers.add("");
        file.root = NODES.objectNode();
        return file;
    }

    JsonNode root() {
        return root;
    }

    /** A part as it was read, whatever is wrong with it. */
    JsonNode asRead(String part) {
        return read.path(part);
    }

    /**
     * Adds each breach of the schema as a fault of this file, and then leaves away what any fault is in, so that the rest
     * can be judged without it.
     */
    private void check(DataSchema schema) {
        schema.check(root, "").forEach(fault -> fault(fault.pointer(), fault.detail()));
        root = root instanceof ObjectNode object && !isDoubtful("")
                ? sound(object.deepCopy(), schema)
                : NODES.objectNode();
    }

    /** Again and again: a schema does not tell all faults of a file that has very many. */
    private ObjectNode sound(ObjectNode rest, DataSchema schema) {
        var wrong = doubts();
        while (rest.properties().removeIf(part -> wrong.contains(part.getKey()))) {
            schema.check(rest, "").forEach(fault -> wrong.add(part(fault.pointer())));
        }
        return rest;
    }

    /** The parts of the file, named as on its first level, that anything is wrong with; an empty name is all of it. */
    Set<String> doubts() {
        return pointers.stream().map(YamlFile::part).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether anything is wrong with a part of the file, or with all of it. */
    boolean isDoubtful(String part) {
        var doubts = doubts();
        return doubts.contains(part) || doubts.contains("");
    }

    /** Where the faults of a part are, as pointers that begin in it. */
    List<String> faultsIn(String part) {
        var prefix = "/" + part;
        return pointers.stream()
                .filter(pointer -> part(pointer).equals(part))
                .map(pointer -> pointer.substring(prefix.length()))
                .toList();
    }

    private static String part(String pointer) {
        return pointer.isEmpty() ? "" : pointer.split("/", 3)[1];
    }

    void fault(String pointer, String detail) {
        fault(placeOf(pointer), pointer, detail);
    }

    private void fault(@Nullable JsonLocation place, String pointer, String detail) {
        pointers.add(pointer);
        faults.add(name, place, pointer, detail);
    }

    /** A fault of a file that can be read, with the place that its pointer leads to. */
    static SourceFault placed(SourceFault fault, String text) {
        var place = parse(fault.file(), text, new Faults()).map(file -> file.placeOf(fault.pointer()));
        return place.map(at -> new SourceFault(
                        fault.file(), at.getLineNr(), at.getColumnNr(), fault.pointer(), fault.detail()))
                .orElse(fault);
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
                fault(parser.currentTokenLocation(), "", "begins a second document");
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
                fault(place, pointer, "is there twice");
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
