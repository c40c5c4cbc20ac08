package io.chancery.template.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.platform.Fault;
import io.chancery.template.schema.DataSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The folder that ships, met by requests as business systems send them. */
class ShippedTemplatesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TemplateLibrary LIBRARY = TemplateLibrary.read(Path.of("templates"));

    @Test
    void the_folder_that_ships_has_no_fault() {
        assertThat(LIBRARY.faults()).isEmpty();
        assertThat(LIBRARY.templates())
                .extracting(TemplateSource::key)
                .contains("contract-change", "invoice", "newsletter-winter", "payment-reminder");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void each_request_gets_the_answer_it_expects(JsonNode request) {
        var template = LIBRARY.templates().stream()
                .filter(candidate ->
                        candidate.key().equals(request.path("template").asText()))
                .findFirst()
                .orElseThrow();
        var expected = request.at("/metadata/expect").asText().replace("422 ", "");

        var faults = DataSchema.of(template.schema()).check(request.path("data"), "/data");

        assertThat(faults).extracting(Fault::pointer).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    static Stream<JsonNode> requests() throws IOException {
        try (var stream = ShippedTemplatesTest.class.getResourceAsStream("/io/chancery/template/requests.ndjson")) {
            var text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(ShippedTemplatesTest::json).toList().stream();
        }
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
