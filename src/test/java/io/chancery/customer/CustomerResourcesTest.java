package io.chancery.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.security.ApiClients;
import io.chancery.vocabulary.Ucid;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class CustomerResourcesTest {

    private static final String DEFINITION = """
            {"title": "Verein", "trust": 40, "mapping": {"delimiter": ";", "id": "nr", "defaults": {"country": "DE"},
             "fields": [{"kind": "full-name", "column": "name"}, {"kind": "email", "column": "mail"},
                        {"kind": "location", "column": "ort"}, {"kind": "street", "column": "str"}]}}
            """;

    @Inject
    ApiClients clients;

    /** A source, and a family name, of its own for each test; the database is shared. */
    private final String source = "s" + UUID.randomUUID();

    private final String family = "Muster" + UUID.randomUUID().toString().substring(0, 8);

    private RequestSpecification as(String role) {
        var key = clients.createIfMissing(UUID.randomUUID().toString(), Set.of(role))
                .orElseThrow();
        return given().header("Authorization", "Bearer " + key)
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)));
    }

    @BeforeEach
    void aSource() {
        as("admin").contentType("application/json").body(DEFINITION).put("/api/v1/sources/" + source);
    }

    private ValidatableResponse post(String type, String content) {
        return as("system")
                .contentType(type)
                .body(content.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/sources/" + source + "/records")
                .then();
    }

    @Test
    void a_source_is_shown_as_it_was_set_up() {
        as("agent")
                .get("/api/v1/sources/" + source)
                .then()
                .statusCode(200)
                .body("key", equalTo(source))
                .body("title", equalTo("Verein"))
                .body("trust", equalTo(40))
                .body("version", equalTo(1))
                .body("mapping.id", equalTo("nr"))
                .body("mapping.fields[0].kind", equalTo("full-name"))
                .body("mapping.fields[0].template", nullValue());
        as("agent").get("/api/v1/sources").then().statusCode(200).body("items.key", hasItem(source));
    }

    @Test
    void an_equal_definition_is_no_new_version() {
        as("steward")
                .contentType("application/json")
                .body(DEFINITION)
                .put("/api/v1/sources/" + source)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        as("steward")
                .contentType("application/json")
                .body(DEFINITION.replace("40", "41"))
                .put("/api/v1/sources/" + source)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
    }

    @Test
    void a_definition_that_cannot_be_used_is_refused_with_pointers() {
        as("admin")
                .contentType("application/json")
                .body(DEFINITION.replace("\"nr\"", "\"\"").replace("40", "400"))
                .put("/api/v1/sources/" + source)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-source"))
                .body("errors.pointer", contains("/trust", "/mapping/id"));
    }

    @Test
    void a_csv_stream_is_taken_line_by_line() {
        post("text/csv", """
                nr;name;mail;ort;str
                1;"%s, Ida";ida@example.org;12043 Berlin;Am Hang 1
                ;"%s, Max";;;
                3;Max %s;nobody;;;
                4;Max %s;nobody;;
                """.formatted(family, family, family, family))
                .statusCode(200)
                .body("read", equalTo(4))
                .body("created", equalTo(2))
                .body("failed", equalTo(2))
                .body("dropped", equalTo(1))
                .body("errors.code", contains("missing-id", "wrong-column-count"))
                .body("errors.line", contains(3, 4))
                .body("warnings[0].code", equalTo("bad-email"))
                .body("warnings[0].column", equalTo("mail"));
        as("agent")
                .get("/api/v1/customers?source=" + source + "&record=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].name.given", equalTo("Ida"))
                .body("items[0].contact.address.city", equalTo("Berlin"))
                .body("items[0].contact.email", equalTo("ida@example.org"))
                .body("items[0].records[0].source", equalTo(source))
                .body("items[0].records[0].record", equalTo("1"));
    }

    @Test
    void an_ndjson_stream_is_taken_and_the_request_may_name_its_encoding() {
        post("application/x-ndjson", "{\"nr\": 1, \"name\": \"Ida %s\"}\n{\"nr\": 2}\n".formatted(family))
                .statusCode(200)
                .body("created", equalTo(2));
        as("system")
                .contentType("text/csv; charset=ISO-8859-1")
                .body("nr;name;mail;ort;str\n3;Müller;;;\n".getBytes(StandardCharsets.ISO_8859_1))
                .post("/api/v1/sources/" + source + "/records")
                .then()
                .statusCode(200)
                .body("created", equalTo(1));
        post("text/csv; charset=nonsense", "").statusCode(415).body("code", equalTo("unknown-encoding"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''|missing-header", "nr;name;mail;ort/1;2;3;4|unknown-column", "nr;nr/1;2|bad-header"})
    void a_stream_without_a_fitting_header_is_refused_whole(String lines, String code) {
        post("text/csv", lines.replace('/', '\n')).statusCode(422).body("code", equalTo(code));
    }

    @Test
    void a_single_record_is_taken_shown_and_forgotten() {
        var url = "/api/v1/sources/" + source + "/records/4711";
        var record = "{\"nr\": \"4711\", \"name\": \"Ida " + family + "\", \"mail\": \"x\"}";

        as("steward")
                .contentType("application/json")
                .body(record)
                .put(url)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("created"))
                .body("warnings.code", contains("bad-email"));
        as("steward")
                .contentType("application/json")
                .body(record)
                .put(url)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("unchanged"));
        var ucid = as("agent")
                .get("/api/v1/customers?q=" + family)
                .then()
                .body("items", hasSize(1))
                .extract()
                .<String>path("items[0].ucid");
        as("agent")
                .get("/api/v1/customers/" + ucid.toLowerCase(java.util.Locale.ROOT))
                .then()
                .statusCode(200)
                .body("name.family", equalTo(family))
                .body("version", equalTo(1));

        as("steward").delete(url).then().statusCode(204);
        as("steward").delete(url).then().statusCode(404).body("code", equalTo("unknown-record"));
        as("agent").get("/api/v1/customers/" + ucid).then().statusCode(404).body("code", equalTo("unknown-customer"));
        as("agent")
                .get("/api/v1/customers?source=" + source + "&record=4711")
                .then()
                .body("items", empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[]", "{\"nr\": \"other\"}", "{\"nr\": \"1\\u0000\"}", "{"})
    void a_record_that_cannot_be_taken_is_refused(String record) {
        as("system")
                .contentType("application/json")
                .body(record)
                .put("/api/v1/sources/" + source + "/records/1")
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-record"));
    }

    @Test
    void people_are_found_by_the_beginnings_of_their_names_page_by_page() {
        var lines = new StringBuilder("nr;name;mail;ort;str\n");
        for (var given : List.of("Ida", "Idun", "Idalia", "Idgard", "Idoberga")) {
            lines.append(given + ";" + given + " " + family + ";" + given + "@" + family + ".example.org;;\n");
        }
        post("text/csv", lines.toString()).statusCode(200);

        var q = family.substring(0, 12).toUpperCase(java.util.Locale.ROOT);
        var next = as("agent")
                .get("/api/v1/customers?limit=3&q=id " + q)
                .then()
                .body("items.contact.email", hasSize(3))
                .body("next", notNullValue())
                .extract()
                .<String>path("next");
        as("agent")
                .get("/api/v1/customers?limit=3&q=" + q + "&next=" + next)
                .then()
                .body("items", hasSize(2))
                .body("next", nullValue());
        as("agent").get("/api/v1/customers?q=idgard@" + family).then().body("items", hasSize(1));
        as("agent").get("/api/v1/customers?q=" + family + "%").then().body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({"limit=0", "limit=201", "next=x", "source=a"})
    void a_list_that_has_no_answer_is_refused(String query) {
        as("agent").get("/api/v1/customers?" + query).then().statusCode(400).body("code", equalTo("invalid-query"));
    }

    @Test
    void every_link_is_streamed_as_one_line() {
        post("application/x-ndjson", "{\"nr\": \"a\"}\n{\"nr\": \"b\\\"\"}\n").statusCode(200);

        var mine = as("compliance")
                .get("/api/v1/links")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString()
                .lines()
                .filter(line -> line.contains(source))
                .toList();

        assertThat(mine).hasSize(2);
        assertThat(mine.get(0))
                .matches(
                        "\\{\"source\":\"" + source
                                + "\",\"record\":\"a\",\"ucid\":\"[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}\",\"score\":1.0,\"origin\":\"auto\"}");
        assertThat(mine.get(1)).contains("\"record\":\"b\\\"\"");
    }

    @Test
    void what_is_unknown_is_said_to_be_unknown() {
        as("agent").get("/api/v1/sources/nobody").then().statusCode(404).body("code", equalTo("unknown-source"));
        as("agent")
                .get("/api/v1/customers/" + Ucid.ofNumber(852_891_037_000L))
                .then()
                .statusCode(404);
        as("agent").get("/api/v1/customers/nonsense").then().statusCode(404).body("code", equalTo("unknown-customer"));
    }

    @Test
    void authors_neither_read_nor_write_and_agents_do_not_write() {
        as("author").get("/api/v1/customers?q=a").then().statusCode(403);
        as("author").get("/api/v1/links").then().statusCode(403);
        as("agent")
                .contentType("application/json")
                .body(DEFINITION)
                .put("/api/v1/sources/" + source)
                .then()
                .statusCode(403);
        as("agent")
                .contentType("text/csv")
                .body("x")
                .post("/api/v1/sources/" + source + "/records")
                .then()
                .statusCode(403);
        given().get("/api/v1/sources").then().statusCode(401);
    }
}
