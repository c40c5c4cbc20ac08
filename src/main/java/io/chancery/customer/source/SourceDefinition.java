package io.chancery.customer.source;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chancery.customer.mapping.Mapping;
import io.chancery.customer.mapping.MappingCheck;
import io.chancery.platform.Fault;
import io.chancery.vocabulary.Attribute;
import io.chancery.vocabulary.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a source says about itself.
 *
 * @param title for people
 * @param trust 0 to 100: whose value wins when sources differ
 * @param owner who answers for it
 * @param description what it is, and where its data comes from
 * @param usedFor what its data may be used for
 * @param wants attributes of the golden record that it is told of when they change
 * @param owns attributes that it is master of
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SourceDefinition(
        String title,
        int trust,
        Mapping mapping,
        String owner,
        String description,
        List<Purpose> usedFor,
        List<Attribute> wants,
        List<Attribute> owns) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    public SourceDefinition {
        title = requireNonNullElse(title, "");
        owner = requireNonNullElse(owner, "");
        description = requireNonNullElse(description, "");
        usedFor = List.copyOf(requireNonNullElse(usedFor, List.of()));
        wants = List.copyOf(requireNonNullElse(wants, List.of()));
        owns = List.copyOf(requireNonNullElse(owns, List.of()));
    }

    /** What is not needed to read its records; kept as one. */
    private record About(
            String owner, String description, List<Purpose> usedFor, List<Attribute> wants, List<Attribute> owns) {}

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
        if (owner.length() > 100) {
            faults.add(new Fault("/owner", "At most 100 characters"));
        }
        if (description.length() > 1_000) {
            faults.add(new Fault("/description", "At most 1000 characters"));
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

    /** Back from what {@link #mappingJson} and {@link #aboutJson} wrote. */
    static SourceDefinition of(String title, int trust, String mapping, String about) {
        var rest = kept(about, About.class);
        return new SourceDefinition(
                title,
                trust,
                mappingOf(mapping),
                rest.owner(),
                rest.description(),
                rest.usedFor(),
                rest.wants(),
                rest.owns());
    }

    /** Back from what {@link #json} wrote. */
    public static Mapping mappingOf(String json) {
        return kept(json, Mapping.class);
    }

    private static <T> T kept(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was kept can always be read", e);
        }
    }

    String mappingJson() {
        return json(mapping);
    }

    /** The form in which a mapping is kept: always the same for the same mapping. */
    public static String json(Mapping mapping) {
        return write(mapping);
    }

    String aboutJson() {
        return write(new About(owner, description, usedFor, wants, owns));
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A definition can always be written", e);
        }
    }
}
