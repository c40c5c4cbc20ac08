package io.chancery.message.run.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTypesTest {

    private static final JsonNode SCHEMA = json("""
            {"type": "object", "properties": {
                "level": {"type": "integer"}, "share": {"type": "number"}, "urgent": {"type": "boolean"},
                "amount": {"type": "string"}, "note": {"type": ["integer", "string"]}, "count": {"type": ["integer", "null"]},
                "items": {"type": "array", "items": {"$ref": "#/$defs/item"}}},
             "$defs": {"item": {"type": "object", "properties": {"pieces": {"$ref": "#/$defs/pieces"}}},
                "pieces": {"type": "integer"}}}
            """);

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"level": "2"}                  | {"level": 2}
                    {"level": "-2"}                 | {"level": -2}
                    {"level": "2.5"}                | {"level": "2.5"}
                    {"level": "two"}                | {"level": "two"}
                    {"level": "99999999999999999999"} | {"level": "99999999999999999999"}
                    {"share": "0.30"}               | {"share": 0.30}
                    {"share": "1e9"}                | {"share": "1e9"}
                    {"urgent": "true"}              | {"urgent": true}
                    {"urgent": "yes"}               | {"urgent": "yes"}
                    {"amount": "12"}                | {"amount": "12"}
                    {"note": "12"}                  | {"note": "12"}
                    {"count": "12"}                 | {"count": 12}
                    {"items": [{"pieces": "3"}]}    | {"items": [{"pieces": 3}]}
                    {"unknown": {"level": "2"}}     | {"unknown": {"level": "2"}}
                    """)
    void a_text_becomes_what_the_schema_asks_for_if_it_can(String given, String typed) {
        assertThat(new SchemaTypes(SCHEMA).applied(json(given)).toString())
                .isEqualTo(json(typed).toString().replace("0.3}", "0.30}"));
    }

    @Test
    void what_was_given_is_not_changed() {
        var given = json("{\"level\": \"2\"}");

        new SchemaTypes(SCHEMA).applied(given);

        assertThat(given).isEqualTo(json("{\"level\": \"2\"}"));
    }
}
