package io.chancery.template.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DataFieldsTest {

    private static final String SCHEMA = """
            {"type": "object", "required": ["number", "buyer"], "properties": {
              "number": {"type": "string"},
              "buyer": {"type": "object", "required": ["city"], "properties": {"city": {"type": "string"}}},
              "payer": {"type": "object", "required": ["bank"], "properties": {
                 "bank": {"type": "object", "required": ["iban"], "properties": {"iban": {"type": "string"}}}}},
              "items": {"type": "array", "items": {"type": "object", "required": ["price"], "properties": {
                 "price": {"type": "object", "required": ["net"], "properties": {"net": {"type": "string"}}}}}},
              "a/b \\"c\\"": {"type": "string"}}}
            """;

    private static DataField field(String pointer) {
        try {
            var fields = DataFields.of(new ObjectMapper().readTree(SCHEMA));
            return Objects.requireNonNull(fields.get(pointer), pointer);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void a_field_that_every_request_needs_is_missing_when_what_is_around_it_is() {
        assertThat(field("/number").missing()).isEqualTo("$ ? (!exists(@.\"number\"))");
        assertThat(field("/buyer/city").missing()).isEqualTo("$ ? (!exists(@.\"buyer\".\"city\"))");
    }

    @Test
    void a_field_of_what_need_not_be_there_is_missing_only_where_that_is() {
        assertThat(field("/payer/bank").missing()).isEqualTo("$.\"payer\" ? (!exists(@.\"bank\"))");
        assertThat(field("/payer/bank/iban").missing()).isEqualTo("$.\"payer\" ? (!exists(@.\"bank\".\"iban\"))");
    }

    @Test
    void a_field_of_lines_is_missing_when_any_line_lacks_it() {
        assertThat(field("/items/*/price/net").missing()).isEqualTo("$.\"items\"[*] ? (!exists(@.\"price\".\"net\"))");
        assertThat(field("/items/*/price/net").present()).isEqualTo("$.\"items\"[*].\"price\".\"net\"");
    }

    @Test
    void odd_names_are_escaped_in_pointers_and_in_paths() {
        assertThat(field("/a~1b \"c\"").present()).isEqualTo("$.\"a/b \\\"c\\\"\"");
    }
}
