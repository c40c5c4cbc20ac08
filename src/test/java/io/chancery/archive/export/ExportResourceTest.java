package io.chancery.archive.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.chancery.archive.verify.VerifyCommand;
import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.work.Loops;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A compliance officer asks for evidence, and whoever is given it can verify it alone. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ExportResourceTest {

    private static final String EXPORTS = "/api/v1/archive/exports";

    private static String record = "";
    private static String message = "";

    @TempDir
    Path folder;

    @Inject
    Caller caller;

    @BeforeEach
    void have() {
        if (!record.isEmpty()) {
            return;
        }
        record = "export-" + System.nanoTime();
        caller.haveCustomer(
                record, Map.of("first_name", "Jörg", "last_name", "Export", "email", record + "@example.org"));
        message = caller.accepted("""
                {"template": "welcome", "customer": {"source": "crm", "record": "%s"}, "channels": ["email"],
                 "reference": "%s", "data": {"contract": "V-1", "tariff": "Öko", "from": "2027-01-01",
                    "instalment": "87.00", "currency": "EUR"}}
                """.formatted(record, record));
        caller.ended(message);
    }

    private Response post(String body) {
        return caller.as("compliance")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(EXPORTS);
    }

    private String made(String body) {
        String id = post(body).then().statusCode(202).extract().path("id");
        Loops.wake("export");
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> status(id).equals("ready"));
        return id;
    }

    private String status(String id) {
        return caller.as("compliance")
                .get(EXPORTS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .path("status");
    }

    private byte[] content(String id) {
        return caller.as("compliance")
                .get(EXPORTS + "/" + id + "/content")
                .then()
                .statusCode(200)
                .header("Content-Type", "application/zip")
                .header("Accept-Ranges", "bytes")
                .extract()
                .asByteArray();
    }

    private String verified(byte[] export) throws IOException {
        var file = Files.write(folder.resolve("export.zip"), export);
        var key = caller.as("compliance").get("/api/v1/archive/key").asString();
        var out = new ByteArrayOutputStream();
        try (var stream = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            int code = VerifyCommand.run(List.of(file.toString(), "--key", key), "en", stream, stream);
            assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isZero();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void evidence_for_a_message_is_verified_by_whoever_gets_it() throws IOException {
        var export = content(made("{\"message\": \"" + message + "\"}"));

        assertThat(verified(export)).contains("1 deliveries", "Everything holds.");
        assertThat(new String(export, StandardCharsets.UTF_8))
                .contains(new String(caller.rendition(message, "email"), StandardCharsets.UTF_8))
                .contains("\"template\" : \"welcome\"");
    }

    @Test
    void what_a_period_has_is_found_as_the_search_finds_it() throws IOException {
        var query = "reference:" + record;

        var export =
                content(made("{\"from\": \"2026-01-01\", \"to\": \"2099-12-31\", \"query\": \"%s\"}".formatted(query)));

        assertThat(verified(export)).contains("1 deliveries");
        var none = content(made("{\"from\": \"2001-01-01\", \"to\": \"2001-12-31\"}"));
        assertThat(verified(none)).contains("0 deliveries");
    }

    @Test
    void a_download_that_broke_off_goes_on() {
        var id = made("{\"message\": \"" + message + "\"}");
        var whole = content(id);
        int middle = whole.length / 2;

        var rest = caller.as("compliance")
                .header("Range", "bytes=" + middle + "-")
                .header("If-Range", "\"" + id + "\"")
                .get(EXPORTS + "/" + id + "/content")
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes %d-%d/%d".formatted(middle, whole.length - 1, whole.length))
                .header("Content-Length", String.valueOf(whole.length - middle))
                .extract()
                .asByteArray();

        assertThat(rest).isEqualTo(Arrays.copyOfRange(whole, middle, whole.length));
        assertThat(range(id, "bytes=-22").asByteArray())
                .isEqualTo(Arrays.copyOfRange(whole, whole.length - 22, whole.length));
        range(id, "bytes=" + whole.length + "-").then().statusCode(416);
        range(id, "bytes=0-1,5-6").then().statusCode(200);
    }

    private Response range(String id, String range) {
        return caller.as("compliance").header("Range", range).get(EXPORTS + "/" + id + "/content");
    }

    @Test
    void what_cannot_be_exported_is_refused_with_its_faults() {
        post("{\"message\": \"" + UUID.randomUUID() + "\"}")
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-message"));
        post("{\"message\": \"x\"}").then().statusCode(422).body("errors.pointer", hasItem("/message"));
        post("{\"from\": \"2026-01-01\"}").then().statusCode(422).body("errors.pointer", hasItem("/to"));
        post("{\"message\": \"" + message + "\", \"query\": \"a\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/query"));
        post("{\"from\": \"soon\", \"to\": \"2026-01-01\"}")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-query"));
        caller.as("compliance").get(EXPORTS + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void an_export_that_is_asked_for_twice_is_made_once() {
        var body = "{\"message\": \"" + message + "\"}";
        var key = UUID.randomUUID().toString();

        String first = caller.as("compliance")
                .header("Idempotency-Key", key)
                .body(body)
                .post(EXPORTS)
                .path("id");
        var second = caller.as("compliance")
                .header("Idempotency-Key", key)
                .body(body)
                .post(EXPORTS);

        second.then().statusCode(202).header("Idempotency-Replay", "true").body("id", equalTo(first));
        caller.as("compliance").get(EXPORTS).then().statusCode(200).body("items.id", hasItem(first));
    }

    @Test
    void nobody_but_compliance_takes_anything_along() {
        for (var role : List.of("agent", "admin", "operator", "system")) {
            caller.as(role)
                    .body("{\"message\": \"" + message + "\"}")
                    .post(EXPORTS)
                    .then()
                    .statusCode(403);
            caller.as(role).get(EXPORTS).then().statusCode(403);
        }
    }
}
