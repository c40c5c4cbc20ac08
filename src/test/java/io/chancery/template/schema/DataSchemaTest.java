package io.chancery.template.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.platform.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataSchemaTest {

    private static final String INVOICE = """
            {"type": "object", "required": ["number", "items"], "additionalProperties": false,
             "properties": {
               "number": {"type": "string", "minLength": 1, "maxLength": 10, "pattern": "^R-[0-9]+$"},
               "date": {"type": "string", "format": "date"},
               "currency": {"enum": ["EUR", "CHF"]},
               "a/b~c": {"type": "integer", "minimum": 1},
               "items": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/line"}}},
             "$defs": {"line": {"type": "object", "required": ["quantity"], "properties": {
               "text": {"type": "string"},
               "quantity": {"type": "string", "format": "decimal"}}}}}""";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final DataSchema schema = DataSchema.of(json(INVOICE));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'number':'R-1','items':[{}]}                                  | /data/items/0/quantity | is missing",
                "{'items':[{'quantity':'1'}]}                                   | /data/number   | is missing",
                "{'number':7,'items':[{'quantity':'1'}]}                        | /data/number   | must be a text",
                "{'number':'X-1','items':[{'quantity':'1'}]}                    | /data/number   | must match the pattern ^R-[0-9]+$",
                "{'number':'R-1','items':[]}                                    | /data/items    | must have at least 1 entries",
                "{'number':'R-1','items':[{'quantity':'viele'}]} | /data/items/0/quantity | must be a decimal number in a string, such as \"1234.56\"",
                "{'number':'R-1','items':[{'quantity':'1'},{'quantity':'1e3'}]} | /data/items/1/quantity | must be a decimal number in a string, such as \"1234.56\"",
                "{'number':'R-1','date':'2026-02-30','items':[{'quantity':'1'}]} | /data/date | must be a date of the calendar, written YYYY-MM-DD",
                "{'number':'R-1','currency':'USD','items':[{'quantity':'1'}]}   | /data/currency | must be one of EUR, CHF",
                "{'number':'R-1','a/b~c':0,'items':[{'quantity':'1'}]}          | /data/a~1b~0c  | must be at least 1",
                "{'number':'R-1','x/y':0,'items':[{'quantity':'1'}]}            | /data/x~1y     | is not known here",
                "[]                                                             | /data          | must be an object"
            })
    void a_fault_points_at_its_place_and_names_the_rule(String data, String pointer, String detail) {
        assertThat(schema.check(json(data), "/data")).containsExactly(new Fault(pointer, detail));
    }

    @Test
    void valid_data_have_no_fault() {
        var data = json("{'number':'R-1','date':'2028-02-29','items':[{'quantity':'-12.50','text':'<script>'}]}");

        assertThat(schema.check(data, "/data")).isEmpty();
    }

    @Test
    void every_fault_is_told_at_once() {
        var faults = schema.check(json("{'date':'x','items':[{'quantity':'y'}]}"), "/data");

        assertThat(faults)
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder("/data/number", "/data/date", "/data/items/0/quantity");
    }

    @Test
    void the_faults_of_a_long_list_are_cut_off() {
        var data = json("{'number':'R-1','items':[" + "{},".repeat(5_000) + "{}]}");

        assertThat(schema.check(data, "/data")).hasSize(100);
    }

    @Test
    void a_fault_never_repeats_the_value() {
        var secret = "DE89370400440532013000";
        var faults = schema.check(
                json("{'number':'%1$s','date':'%1$s','currency':'%1$s','items':[{'quantity':'%1$s'}]}"
                        .formatted(secret)),
                "/data");

        assertThat(faults).hasSize(4).noneMatch(fault -> fault.detail().contains(secret));
    }

    @ParameterizedTest
    @ValueSource(strings = {"R-1\\n", "R-1\\u0000", "xR-1"})
    void a_pattern_ends_where_the_text_ends(String number) {
        assertThat(schema.check(json("{'number':'" + number + "','items':[{'quantity':'1'}]}"), "/data"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000", "\\ud83d", "\\ude00\\ud83d"})
    void text_that_no_database_can_keep_is_refused(String text) {
        var faults = schema.check(json("{'number':'R-1','items':[{'quantity':'1','text':'" + text + "'}]}"), "/data");

        assertThat(faults).extracting(Fault::pointer).containsExactly("/data/items/0/text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/other.json",
                "http://127.0.0.1:1/other.json",
                "file:///etc/passwd",
                "classpath:draft-07/schema",
                "other.json",
                "#/$defs/absent"
            })
    void a_reference_that_leaves_the_schema_does_not_compile(String reference) {
        var schema = json("{'type':'object','properties':{'a':{'$ref':'" + reference + "'}}}");

        assertThatThrownBy(() -> DataSchema.of(schema)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_pattern_that_runs_away_does_not_match() {
        var slow = DataSchema.of(json("{'type':'string','pattern':'^(a+)+$'}"));

        assertThat(slow.check(json("'" + "a".repeat(30) + "'"), "")).isEmpty();
        assertThat(slow.check(json("'" + "a".repeat(5_000) + "b'"), "")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'object','properties':{'c':{'$ref':'#'}}}",
                "{'$defs':{'a':{'$ref':'#/$defs/b'},'b':{'items':{'$ref':'#/$defs/a'}}},'$ref':'#/$defs/a'}"
            })
    void a_schema_that_refers_to_itself_does_not_compile(String schema) {
        assertThatThrownBy(() -> DataSchema.of(json(schema)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("leads back to itself");
    }

    @Test
    void a_definition_may_be_used_twice() {
        var schema = json(
                "{'$defs':{'a':{'type':'string'}},'properties':{'x':{'$ref':'#/$defs/a'},'y':{'$ref':'#/$defs/a'}}}");

        assertThat(DataSchema.of(schema).check(json("{'x':'1','y':2}"), ""))
                .containsExactly(new Fault("/y", "must be a text"));
    }

    @Test
    void data_as_deep_as_the_parser_lets_through_are_refused_without_descending() {
        assertThat(schema.check(json("{'c':".repeat(900) + "{}" + "}".repeat(900)), "/data"))
                .containsExactly(new Fault("/data" + "/c".repeat(51), "is nested more than 50 deep"));
    }

    @Test
    void thousands_of_requests_are_checked_in_a_second() {
        var line = "{'text':'Arbeitspreis','quantity':'312'}";
        var data = json("{'number':'R-1','items':[" + String.join(",", List.of(line, line, line, line, line)) + "]}");
        for (int i = 0; i < 3_000; i++) {
            schema.check(data, "/data");
        }

        long start = System.nanoTime();
        for (int i = 0; i < 5_000; i++) {
            schema.check(data, "/data");
        }
        long perSecond = 5_000L * 1_000_000_000L / (System.nanoTime() - start);

        assertThat(perSecond).isGreaterThan(2_000);
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
