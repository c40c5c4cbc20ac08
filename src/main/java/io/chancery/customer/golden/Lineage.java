package io.chancery.customer.golden;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.customer.survivorship.GoldenValue;
import io.chancery.customer.survivorship.Origin;
import io.chancery.vocabulary.Attribute;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Where golden values come from, as the database keeps it: attributes of one origin, rule and time are named together,
 * since most of a customer's come from the same record.
 */
public final class Lineage {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What attributes that are named together have in common. */
    private record Group(Origin origin, String rule, Instant since) {}

    private Lineage() {}

    static String write(Map<Attribute, GoldenValue> golden) {
        var groups = new LinkedHashMap<Group, List<Attribute>>();
        golden.forEach((attribute, value) -> groups.computeIfAbsent(
                        new Group(value.origin(), value.rule(), value.since()), group -> new ArrayList<>())
                .add(attribute));
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(text)) {
            json.writeStartArray();
            for (var group : groups.entrySet()) {
                json.writeStartObject();
                json.writeStringField("record", group.getKey().origin().id().toString());
                json.writeStringField("source", group.getKey().origin().source());
                json.writeStringField("externalId", group.getKey().origin().externalId());
                json.writeStringField("rule", group.getKey().rule());
                json.writeStringField("since", group.getKey().since().toString());
                json.writeArrayFieldStart("attributes");
                for (var attribute : group.getValue()) {
                    json.writeString(attribute.code());
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The golden values of one customer, put together from the values and what is kept about them. */
    public static Map<Attribute, GoldenValue> read(String json, Map<Attribute, String> values) {
        var golden = new EnumMap<Attribute, GoldenValue>(Attribute.class);
        try {
            for (var group : JSON.readTree(json)) {
                group.path("attributes").forEach(code -> {
                    var attribute = Attribute.of(code.asText());
                    var value = values.get(attribute);
                    if (value != null) {
                        golden.put(attribute, value(value, group));
                    }
                });
            }
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        return golden;
    }

    private static GoldenValue value(String value, JsonNode group) {
        var origin = new Origin(
                UUID.fromString(group.path("record").asText()),
                group.path("source").asText(),
                group.path("externalId").asText());
        return new GoldenValue(
                value,
                origin,
                group.path("rule").asText(),
                Instant.parse(group.path("since").asText()));
    }
}
