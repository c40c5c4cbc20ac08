package io.chancery.customer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.platform.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceDefinitionTest {

    private static final String GOOD = """
            {"title": "Verein", "trust": 40, "mapping": {"id": "nr", "delimiter": "|", "encoding": "ISO-8859-15",
             "modified": {"column": "stand", "pattern": "dd.MM.yyyy", "zone": "Europe/Vienna"},
             "defaults": {"country": "AT", "language": "de"},
             "fields": [{"kind": "full-name", "column": "name", "values": {"?": ""}},
                        {"kind": "country", "constant": "AT"}],
             "consents": [{"column": "werbung", "values": {"ja": "confirmed"}, "channels": ["print"]}]}}
            """;

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void a_definition_survives_being_written_and_read() {
        var definition = SourceDefinition.read(json(GOOD));

        assertThat(SourceDefinition.mappingOf(definition.mappingJson())).isEqualTo(definition.mapping());
        assertThat(definition.mapping().columns()).containsExactly("nr", "stand", "name", "werbung");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"title\": \"Verein\"      | \"title\": \" \"          | /title",
                "\"trust\": 40              | \"trust\": 101            | /trust",
                "\"id\": \"nr\"             | \"id\": \"\"              | /mapping/id",
                "\"encoding\": \"ISO-8859-15\" | \"encoding\": \"EBCDIC?\" | /mapping/encoding",
                "dd.MM.yyyy                 | bb                        | /mapping/modified/pattern",
                "Europe/Vienna              | Europe/Wien               | /mapping/modified/zone",
                "\"country\": \"AT\", \"l   | \"country\": \"Ö\", \"l   | /mapping/defaults/country",
                "\"language\": \"de\"       | \"language\": \"xx\"      | /mapping/defaults/language",
                "\"full-name\"              | \"nick-name\"             | /mapping/fields/0/kind",
                "\"constant\": \"AT\"       | \"collumn\": \"AT\"       | /mapping/fields/1/collumn",
                ", \"constant\": \"AT\"     | ''                        | /mapping/fields/1",
                "\"column\": \"name\"       | \"column\": \"\"          | /mapping/fields/0/column",
                "{\"ja\": \"confirmed\"}    | {\"ja\": \"certainly\"}   | /mapping/consents/0/values/ja",
                "{\"ja\": \"confirmed\"}    | {}                        | /mapping/consents/0/values",
                "{\"ja\": \"confirmed\"}    | {\"ja\": \"objection-lifted\"} | /mapping/consents/0/values",
                "\"column\": \"werbung\"     | \"column\": \"werbung\", \"purpose\": \"fun\" | /mapping/consents/0/purpose",
                "[\"print\"]                | []                        | /mapping/consents/0/channels",
                "[\"print\"]                | [\"P\"]                   | /mapping/consents/0/channels/0"
            })
    void a_fault_is_pointed_at(String good, String bad, String pointer) {
        assertThat(GOOD).contains(good);

        var exception =
                catchThrowableOfType(SourceException.class, () -> SourceDefinition.read(json(GOOD.replace(good, bad))));

        assertThat(exception.code()).isEqualTo("invalid-source");
        assertThat(exception.faults()).extracting(Fault::pointer).containsExactly(pointer);
    }

    @Test
    void a_delimiter_is_one_character() {
        var exception = catchThrowableOfType(
                SourceException.class,
                () -> SourceDefinition.read(json(GOOD.replace("\"delimiter\": \"|\"", "\"delimiter\": \"\\\"\""))));

        assertThat(exception.faults()).extracting(Fault::pointer).containsExactly("/mapping/delimiter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"title\": \"a\", \"trust\": 1}",
                "{\"title\": \"a\", \"trust\": 1, \"mapping\": 7}"
            })
    void something_else_is_no_definition(String text) {
        assertThatThrownBy(() -> SourceDefinition.read(json(text))).isInstanceOf(SourceException.class);
    }
}
