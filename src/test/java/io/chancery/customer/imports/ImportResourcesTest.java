package io.chancery.customer.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.security.ApiClients;
import io.chancery.platform.work.DataDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ImportResourcesTest {

    private static final String DEFINITION = """
            {"title": "Verein", "trust": 40, "owner": "Vorstand", "usedFor": ["inform"], "owns": ["birthDate"],
             "mapping": {"delimiter": ";", "id": "nr", "defaults": {"country": "DE"}, "modified": {"column": "stand"},
             "fields": [{"kind": "full-name", "column": "name"}, {"kind": "email", "column": "mail"}]}}
            """;

    @Inject
    ApiClients clients;

    @Inject
    DataDirectory directory;

    @TestHTTPResource("/")
    URI here;

    private final String source = "s" + UUID.randomUUID();
    private String key;

    @BeforeEach
    void aSource() {
        key = clients.createIfMissing(UUID.randomUUID().toString(), Set.of("admin"))
                .orElseThrow();
        call().contentType("application/json").body(DEFINITION).put("/api/v1/sources/" + source);
    }

    private RequestSpecification call() {
        return given().header("Authorization", "Bearer " + key)
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)));
    }

    private ValidatableResponse post(RequestSpecification call, String type, String content) {
        return call.contentType(type)
                .body(content.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/sources/" + source + "/records")
                .then();
    }

    @Test
    void whoever_does_not_wait_is_told_where_to_look() {
        var location = post(
                        call().header("Prefer", "respond-async"), "text/csv", "nr;name;mail;stand\n1;Ida;x;\n;Max;;\n")
                .statusCode(202)
                .header("Location", startsWith(here + "api/v1/imports/"))
                .header("Preference-Applied", "respond-async")
                .extract()
                .header("Location");

        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> call().get(location).path("status").equals("finished"));
        call().get(location)
                .then()
                .body("source", equalTo(source))
                .body("read", equalTo(2))
                .body("created", equalTo(1))
                .body("failed", equalTo(1))
                .body("bytesDone", equalTo(35))
                .body("bytesTotal", equalTo(35))
                .body("finished", notNullValue())
                .body("problem", nullValue())
                .body("errors.line", contains(3));
        var errors = call().get(location + "/errors").then().extract().asString();
        assertThat(errors.lines())
                .containsExactly(
                        "{\"severity\":\"error\",\"line\":3,\"code\":\"missing-id\",\"column\":\"nr\",\"detail\":\"An id has 1"
                                + " to 200 characters\"}",
                        "{\"severity\":\"warning\",\"line\":2,\"code\":\"bad-email\",\"column\":\"mail\",\"detail\":\"Not a"
                                + " usable email\"}");
        call().post(location + "/cancel").then().statusCode(409).body("code", equalTo("import-ended"));
    }

    @Test
    void imports_are_listed_page_by_page_newest_first() {
        var first = post(call(), "text/csv", "nr;name;mail;stand\n1;Ida;;\n").statusCode(200);
        var second =
                post(call(), "application/json", "[{\"nr\": 2}, {\"nr\": 3}]").statusCode(200);

        second.body("created", equalTo(2)).body("status", equalTo("finished"));
        var next = call().get("/api/v1/imports?limit=1&source=" + source)
                .then()
                .body("items.id", contains(second.extract().<String>path("id")))
                .extract()
                .<String>path("next");
        call().get("/api/v1/imports?limit=2&source=" + source + "&next=" + next)
                .then()
                .body("items.id", contains(first.extract().<String>path("id")))
                .body("next", nullValue());
        call().get("/api/v1/imports/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-import"));
        call().get("/api/v1/imports?limit=0").then().statusCode(400);
    }

    @Test
    void a_repeated_request_is_the_import_that_it_was() {
        var id = post(call().header("Idempotency-Key", "k"), "application/x-ndjson", "{\"nr\": 1}")
                .statusCode(200)
                .body("created", equalTo(1))
                .extract()
                .<String>path("id");

        post(call().header("Idempotency-Key", "k"), "application/x-ndjson", "{\"nr\": 1}")
                .statusCode(200)
                .header("Idempotency-Replay", "true")
                .body("id", equalTo(id))
                .body("created", equalTo(1));
        post(call().header("Idempotency-Key", "k"), "application/x-ndjson", "{\"nr\": 2}")
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void a_connection_that_is_lost_leaves_nothing() throws IOException {
        var body = "nr;name;mail;stand\n" + "1;Ida;;\n".repeat(100_000);
        var request = "POST /api/v1/sources/" + source + "/records HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + key
                + "\r\nContent-Type: text/csv\r\nContent-Length: " + (body.length() + 100) + "\r\n\r\n";
        var folder = Files.createDirectories(directory.resolve("imports"));
        try (var socket = new Socket(here.getHost(), here.getPort())) {
            socket.getOutputStream().write((request + body).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            awaitFiles(folder, 1);
        }
        awaitFiles(folder, 0);

        // The next file finds the way free.
        post(call(), "text/csv", "nr;name;mail;stand\n2;Max;;\n").statusCode(200);
        call().get("/api/v1/imports?source=" + source).then().body("items", hasSize(1));
        call().get("/api/v1/sources/" + source + "/records/1").then().statusCode(404);
    }

    private static void awaitFiles(Path folder, int count) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            try (var files = Files.list(folder)) {
                return files.count() == count;
            }
        });
    }

    @Test
    void a_wrong_delimiter_is_named() {
        post(call(), "text/csv", "nr,name,mail,stand\n1,Ida,,\n")
                .statusCode(422)
                .body("code", equalTo("unknown-column"))
                .body("detail", containsString("separated by «,»"));
    }

    @Test
    void a_record_has_a_page_a_history_and_a_name_that_can_change() {
        var url = "/api/v1/sources/" + source + "/records/";
        post(call(), "application/x-ndjson", """
                {"nr": "1", "name": "Ida Alt", "stand": "2026-01-01"}
                {"nr": "1", "name": "Ida Neu", "stand": "2026-02-01"}
                {"nr": "1", "name": "Ida Uralt", "stand": "2025-01-01"}
                """)
                .body("created", equalTo(1))
                .body("updated", equalTo(1))
                .body("outdated", equalTo(1));

        var ucid = call().get(url + "1")
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("raw.name", equalTo("Ida Neu"))
                .body("values.name.family", equalTo("Neu"))
                .body("modified", equalTo("2026-02-01T00:00:00Z"))
                .extract()
                .<String>path("ucid");
        call().get(url + "1/versions").then().body("items.raw.name", contains("Ida Neu", "Ida Alt"));
        call().contentType("application/json")
                .body("{\"to\": \"2\"}")
                .post(url + "1/rename")
                .then()
                .statusCode(204);
        call().get(url + "1").then().statusCode(404);
        call().get(url + "2").then().body("ucid", equalTo(ucid)).body("version", equalTo(2));
        call().contentType("application/json")
                .body("{\"to\": \" \"}")
                .post(url + "2/rename")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/to"));
        call().contentType("application/json")
                .body("{\"to\": 5, \"from\": \"2\"}")
                .post(url + "2/rename")
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-record"))
                .body("errors.pointer", containsInAnyOrder("/to", "/from"));
    }

    @Test
    void the_catalogue_says_what_a_source_has_brought() {
        call().get("/api/v1/sources/" + source).then().body("holdings.records", equalTo(0));
        post(call(), "text/csv", "nr;name;mail;stand\n1;Ida M;a@example.org;2026-01-01\n2;Max M;;2026-03-01\n3;;;\n");

        call().get("/api/v1/sources/" + source)
                .then()
                .statusCode(200)
                .body("title", equalTo("Verein"))
                .body("owner", equalTo("Vorstand"))
                .body("usedFor", contains("inform"))
                .body("owns", contains("birthDate"))
                .body("wants", nullValue())
                .body("holdings.records", equalTo(3))
                .body("holdings.filled.'given-name'", equalTo(0.667f))
                .body("holdings.filled.email", equalTo(0.333f))
                .body("holdings.filled.'birth-date'", equalTo(0.0f))
                .body("holdings.fresh.newest", equalTo("2026-03-01T00:00:00Z"))
                .body("holdings.fresh.median", equalTo("2026-01-01T00:00:00Z"))
                .body("holdings.quality", notNullValue())
                .body("lastImport.status", equalTo("finished"));
    }
}
