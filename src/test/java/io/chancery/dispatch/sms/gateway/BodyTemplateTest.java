package io.chancery.dispatch.sms.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTemplateTest {

    private static final String TEMPLATE =
            "{\"{to}\": [\"{to}\", 1.50, null], \"content\": {\"text\": \"<{text}> {reference}\"}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "\"}, \"to\": [\"+10000000\"], \"x\": {\"y\": \"",
                "back\\slash \\\" \\u0022",
                "line\nfeed\ttab\0null\u0001\u001f\u007f\u2028",
                "emoji 🌳 und Umlaut ß",
                "{to} {reference} {text} {other} {{to}}",
                "$1 \\1 ${to} $0"
            })
    void whatever_stands_in_a_text_stays_a_part_of_its_string(String text) throws IOException {
        var filled = BodyTemplate.of(TEMPLATE)
                .fill(Map.of("to", "+491713920000", "text", text, "reference", "r-1", "from", "Lindenwerk"));

        assertThat(new ObjectMapper().readValue(filled, HashMap.class))
                .isEqualTo(Map.of(
                        "{to}",
                        Arrays.asList("+491713920000", 1.5, null),
                        "content",
                        Map.of("text", "<" + text + "> r-1")));
    }
}
