package io.chancery.customer.source;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chancery.customer.mapping.Mapping;
import io.chancery.customer.mapping.MappingCheck;
import io.chancery.platform.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a source says about itself.
 *
 * @param title for people
 * @param trust 0 to 100: whose value wins when sources differ
 */
public record SourceDefinition(String title, int trust, Mapping mapping) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    public SourceDefinition {
        title = requireNonNullElse(title, "");
    }

    /**
     * Reads and checks a definition.
     *
     * @throws SourceException with every fault and its pointer
     */
    public static SourceDefinition read(JsonNode body) {
        var mapping = body.path("mapping");
        if (!body.isObject() || !mapping.isObject() || !body.path("trust").isInt()) {
            throw SourceException.invalidSource(
                    List.of(new Fault("", "An object with title, trust and mapping is needed")));
        }
        var definition = bind(body);
        var faults = new ArrayList<>(definition.ownFaults());
        faults.addAll(MappingCheck.faultsOf(definition.mapping()));
        if (!faults.isEmpty()) {
            throw SourceException.invalidSource(faults);
        }
        return definition;
    }

    private List<Fault> ownFaults() {
        var faults = new ArrayList<Fault>();
        if (title.isBlank() || title.length() > 100) {
            faults.add(new Fault("/title", "1 to 100 characters are needed"));
        }
        if (trust < 0 || trust > 100) {
            faults.add(new Fault("/trust", "A number from 0 to 100 is needed"));
        }
        return faults;
    }

    private static SourceDefinition bind(JsonNode body) {
        try {
            return JSON.treeToValue(body, SourceDefinition.class);
        } catch (JsonMappingException e) {
            throw SourceException.invalidSource(List.of(new Fault(pointer(e), "Unknown, or not of the right kind")));
        } catch (JsonProcessingException e) {
            throw SourceException.invalidSource(List.of(new Fault("", "Cannot be read")));
        }
    }

    private static String pointer(JsonMappingException exception) {
        return exception.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    static Mapping mappingOf(String json) {
        try {
            return JSON.readValue(json, Mapping.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept mapping can always be read", e);
        }
    }

    /** Always the same for the same mapping. */
    String mappingJson() {
        try {
            return JSON.writeValueAsString(mapping);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A mapping can always be written", e);
        }
    }
}
