package io.chancery.archive.retention;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The rules that {@code rules.yaml} has. */
final class ShippedRules {

    private ShippedRules() {}

    private record Line(
            String jurisdiction,
            List<String> entities,
            @JsonProperty("class") String documentClass,
            int years,
            StartRule start,
            boolean duty,
            String source) {

        RetentionRule rule() {
            return new RetentionRule(documentClass, years, start, duty, source);
        }
    }

    /** Those of a jurisdiction for an entity, by class of document; none if there is no such. */
    static Map<String, RetentionRule> of(String jurisdiction, String entity) {
        return lines().stream()
                .filter(line -> line.jurisdiction().equals(jurisdiction)
                        && line.entities().contains(entity))
                .collect(Collectors.toMap(Line::documentClass, Line::rule));
    }

    private static List<Line> lines() {
        try (var file = ShippedRules.class.getResourceAsStream("rules.yaml")) {
            return new YAMLMapper().readValue(Objects.requireNonNull(file), new TypeReference<List<Line>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
