package io.chancery.template.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.template.Difference.DataChange;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataChangesTest {

    private static final String BEFORE = """
            {"type": "object", "required": ["number"], "properties": {
              "number": {"type": "string"}, "note": {"type": "string"},
              "items": {"type": "array", "items": {"$ref": "#/$defs/line"}}},
             "$defs": {"line": {"type": "object", "required": ["price"], "properties": {
               "price": {"$ref": "#/$defs/decimal"}, "vat": {"$ref": "#/$defs/decimal"}}},
               "decimal": {"type": "string", "format": "decimal"}}}
            """;

    private static Map<String, DataField> fields(String text) {
        try {
            return DataFields.of(new ObjectMapper().readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static DataChange after(String part, String other) {
        assertThat(BEFORE).contains(part);
        return DataChanges.between(fields(BEFORE), fields(BEFORE.replace(part, other)));
    }

    @Test
    void a_new_field_that_need_not_be_there_breaks_nothing() {
        var change = after("\"note\": {", "\"tip\": {\"type\": \"string\"}, \"note\": {");

        assertThat(change.added()).containsExactly("/tip");
        assertThat(change.breaking()).isFalse();
    }

    @Test
    void a_field_that_is_gone_breaks_those_who_send_it() {
        var change = after("\"note\": {\"type\": \"string\"},", "");

        assertThat(change.removed()).containsExactly("/note");
        assertThat(change.breaking()).isTrue();
    }

    @Test
    void a_field_of_a_line_that_must_be_there_now_breaks_those_who_leave_it_out() {
        var change = after("[\"price\"]", "[\"price\", \"vat\"]");

        assertThat(change.demanded()).containsExactly("/items/*/vat");
        assertThat(change.breaking()).isTrue();
    }

    @Test
    void another_type_breaks_whoever_sends_the_field() {
        var change = after("\"format\": \"decimal\"", "\"format\": \"date\"");

        assertThat(change.retyped()).containsExactly("/items/*/price", "/items/*/vat");
        assertThat(change.breaking()).isTrue();
    }

    @Test
    void a_schema_that_refers_to_itself_comes_to_an_end() {
        var loop = "{\"properties\": {\"in\": {\"$ref\": \"#\"}}}";

        assertThat(DataChanges.between(fields("{}"), fields(loop)).added()).contains("/in", "/in/in");
    }
}
