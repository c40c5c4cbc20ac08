package io.chancery.template.life;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.security.ApiClients;
import io.chancery.template.Templates;
import io.chancery.template.source.SampleFolder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a draft to what messages are made from, and back. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class LifecycleTest {

    @Inject
    Templates templates;

    @Inject
    ApiClients clients;

    /** A template of its own for each test. */
    private final String key = "t" + UUID.randomUUID().toString().substring(1);

    private final String url = "/api/v1/templates/" + key;
    private final Map<String, String> files = new TreeMap<>();
    private RequestSpecification author = given();
    private RequestSpecification approver = given();

    @TempDir
    Path root;

    private SampleFolder folder;

    @BeforeEach
    void anAuthorAndAnApprover() {
        folder = SampleFolder.in(root);
        templates.importFrom(root);
        for (var path : Set.of("template.yaml", "message.de.html", "message.en.html", "fixtures/small.json")) {
            files.put(path, text("test-invoice/" + path));
        }
        author = as("author");
        approver = as("approver");
    }

    private String text(String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RequestSpecification as(String... roles) {
        var secret = clients.createIfMissing(UUID.randomUUID().toString(), Set.of(roles))
                .orElseThrow();
        return given().header("Authorization", "Bearer " + secret).contentType("application/json");
    }

    private ValidatableResponse put(RequestSpecification who, String seen) {
        var request = given().spec(who).body(Map.of("files", files));
        return (seen.isEmpty() ? request : request.header("If-Match", seen))
                .put(url + "/draft")
                .then();
    }

    private ValidatableResponse submit(RequestSpecification who) {
        var seen = given().spec(who).get(url + "/draft").getHeader("ETag");
        return given().spec(who)
                .header("If-Match", String.valueOf(seen))
                .body(Map.of("reason", "why"))
                .post(url + "/draft/submit")
                .then();
    }

    private ValidatableResponse step(RequestSpecification who, int version, String step, Map<String, String> body) {
        return given().spec(who)
                .body(body)
                .post(url + "/versions/" + version + "/" + step)
                .then();
    }

    private void published(String english) {
        files.put("message.en.html", english);
        put(author, "").statusCode(200);
        int version = submit(author).statusCode(201).extract().path("version");
        step(approver, version, "approve", Map.of()).statusCode(204);
        step(author, version, "publish", Map.of()).statusCode(204);
    }

    private String live() {
        return templates
                .findLive(key)
                .map(version -> version.messages().get("en"))
                .orElse("");
    }

    @Test
    void a_draft_becomes_live_with_the_help_of_a_second_person() {
        put(author, "").statusCode(200).header("ETag", "\"1\"").body("faults", empty());
        submit(author)
                .statusCode(201)
                .header("Location", containsString(url + "/versions/1"))
                .body("version", equalTo(1));
        assertThat(live()).isEmpty();

        step(approver, 1, "publish", Map.of()).statusCode(409).body("code", equalTo("wrong-status"));
        step(approver, 1, "approve", Map.of("reason", "good")).statusCode(204);
        assertThat(live()).isEmpty();
        step(author, 1, "publish", Map.of()).statusCode(204);

        assertThat(live()).isEqualTo("<p>Invoice</p>");
        given().spec(author)
                .get(url + "/versions/1")
                .then()
                .body("files.keySet()", containsInAnyOrder(files.keySet().toArray()))
                .body("blocks.signature", equalTo("<p>Ihr Musterwerk</p>"))
                .body("brand", equalTo("musterwerk"))
                .body("steps.kind", contains("submitted", "approved", "published"))
                .body("steps.reason", contains("why", "good", ""));
        given().spec(author)
                .get(url + "/versions")
                .then()
                .body("items.status", contains("published"))
                .body("items.live", contains(true));
        given().spec(author).get(url + "/draft").then().statusCode(404).body("code", equalTo("unknown-draft"));
    }

    @Test
    void nobody_approves_what_he_wrote_or_submitted() {
        var both = as("author", "approver");
        var other = as("author", "approver");
        put(both, "").statusCode(200);
        put(author, "\"1\"").statusCode(200);
        submit(other).statusCode(201);

        step(both, 1, "approve", Map.of()).statusCode(403).body("code", equalTo("own-change"));
        step(other, 1, "approve", Map.of()).statusCode(403).body("code", equalTo("own-change"));
        step(author, 1, "approve", Map.of()).statusCode(403).body("code", equalTo("forbidden"));
        step(approver, 1, "approve", Map.of()).statusCode(204);
    }

    @Test
    void a_draft_is_kept_with_its_faults_but_not_submitted() {
        files.put("message.en.html", "<p>\n{#if}</p>");
        files.remove("message.de.html");

        put(author, "").statusCode(200).body("faults.file", hasItem(key + "/message.de.html"));
        submit(author)
                .statusCode(422)
                .body("code", equalTo("faulty-templates"))
                .body("errors.pointer", hasItem(key + "/message.de.html"));
        files.put("message.de.html", "<p>Rechnung</p>");
        put(author, "\"1\"").statusCode(200).body("faults.line", contains(2));

        given().spec(author).get(url + "/draft").then().body("files.'message.en.html'", equalTo("<p>\n{#if}</p>"));
    }

    @Test
    void a_draft_is_told_of_every_fault_at_once() {
        files.put("template.yaml", files.get("template.yaml") + "colour: red\n");
        files.put("message.de.html", "<p>{data.nummer}</p>");
        files.put("message.en.html", "<p>\n{#if}</p>");
        files.put("fixtures/small.json", "{");

        put(author, "")
                .statusCode(200)
                .body(
                        "faults.file",
                        containsInAnyOrder(
                                key + "/template.yaml",
                                key + "/message.de.html",
                                key + "/message.en.html",
                                key + "/fixtures/small.json"));
        submit(author)
                .statusCode(422)
                .body("errors.size()", equalTo(4))
                .body("errors.pointer", hasItem(key + "/template.yaml#/colour"))
                .body("errors.detail", hasItem(startsWith("line 1, column 4: «data.nummer»: there is no «nummer»")));
    }

    @Test
    void what_some_cannot_read_is_not_submitted() {
        files.put("message.de.html", "<h1>Rechnung</h1><h3>Konto</h3>");
        files.put("message.en.html", "{#sms}Invoice{/sms}{customer.birthDate}");
        put(author, "")
                .body(
                        "faults.detail",
                        hasItems(
                                "there is no {#sms}, and message.en.html has one",
                                "«customer.birthDate»: it is sensitive, and only a message with the purpose advise or inform may"
                                        + " read it; this one is to request-payment"));
        files.put("message.en.html", "Invoice");
        put(author, "\"1\"")
                .body("faults.detail", hasItem("as print, the heading «Konto» is h3 after h1: a level is left out"));

        submit(author).statusCode(422).body("code", equalTo("faulty-templates"));
    }

    @Test
    void whoever_changes_what_somebody_else_has_changed_is_told() {
        put(author, "").statusCode(200);
        put(author, "").statusCode(409).body("code", equalTo("stale-version"));
        put(approverWhoWrites(), "\"1\"").statusCode(200).header("ETag", "\"2\"");

        put(author, "\"1\"").statusCode(409);
        given().spec(author)
                .header("If-Match", "\"1\"")
                .delete(url + "/draft")
                .then()
                .statusCode(409);
        given().spec(author)
                .header("If-Match", "\"2\"")
                .delete(url + "/draft")
                .then()
                .statusCode(204);
        put(author, "\"2\"").statusCode(409).body("detail", containsString("no draft"));
    }

    private RequestSpecification approverWhoWrites() {
        return as("author", "approver");
    }

    @Test
    void a_returned_version_is_a_draft_again() {
        put(author, "").statusCode(200);
        submit(author).statusCode(201);
        step(approver, 1, "reject", Map.of()).statusCode(422).body("errors.pointer", contains("/reason"));

        step(approver, 1, "reject", Map.of("reason", "too long")).statusCode(204);

        step(approver, 1, "approve", Map.of()).statusCode(409);
        given().spec(author)
                .get(url + "/draft")
                .then()
                .statusCode(200)
                .body("files.'message.en.html'", equalTo("<p>Invoice</p>"));
        submit(author).statusCode(201).body("version", equalTo(2));
    }

    @Test
    void an_earlier_version_is_gone_back_to_and_a_retired_one_makes_no_messages() {
        published("<p>One</p>");
        published("<p>Two</p>");
        assertThat(live()).isEqualTo("<p>Two</p>");

        step(author, 1, "publish", Map.of("reason", "back")).statusCode(204);
        assertThat(live()).isEqualTo("<p>One</p>");

        step(author, 1, "retire", Map.of()).statusCode(204);
        assertThat(live()).isEmpty();
        step(author, 1, "retire", Map.of()).statusCode(409);
        step(author, 2, "publish", Map.of()).statusCode(204);
        assertThat(live()).isEqualTo("<p>Two</p>");
    }

    @Test
    void a_version_is_live_from_its_date_on() {
        published("<p>One</p>");
        files.put("message.en.html", "<p>Two</p>");
        put(author, "").statusCode(200);
        submit(author).statusCode(201);
        step(approver, 2, "approve", Map.of()).statusCode(204);

        var tomorrow = Instant.now().plusSeconds(86_400).toString();
        step(author, 2, "publish", Map.of("from", "tomorrow")).statusCode(422);
        step(author, 2, "publish", Map.of("from", "+10000-01-01T00:00:00Z"))
                .statusCode(422)
                .body("errors.pointer", contains("/from"));
        step(author, 2, "publish", Map.of("from", tomorrow)).statusCode(204);
        assertThat(live()).isEqualTo("<p>One</p>");

        step(author, 2, "publish", Map.of("from", Instant.now().minusSeconds(1).toString()))
                .statusCode(204);
        assertThat(live()).isEqualTo("<p>Two</p>");
    }

    @Test
    void the_folder_undoes_nothing_that_it_does_not_change() {
        folder.with(key + "/template.yaml", files.get("template.yaml"))
                .with(key + "/message.de.html", files.get("message.de.html"))
                .with(key + "/message.en.html", "<p>Folder</p>");
        templates.importFrom(root);
        assertThat(live()).isEqualTo("<p>Folder</p>");
        published("<p>Author</p>");

        templates.importFrom(root);
        assertThat(live()).isEqualTo("<p>Author</p>");

        folder.with(key + "/message.en.html", "<p>New folder</p>");
        templates.importFrom(root);
        assertThat(live()).isEqualTo("<p>New folder</p>");
    }

    @Test
    void an_approver_sees_what_differs_and_whom_it_breaks() {
        published("<p>One</p>");
        folder.with("blocks/signature.html", "<p>Bye</p>");
        templates.importFrom(root);
        files.put("message.en.html", "<p>Two</p>");
        files.put(
                "template.yaml",
                files.get("template.yaml")
                        .replace("[number, items]", "[number, items, note]")
                        .replace(
                                "number: { type: string, minLength: 1 }",
                                "number: { type: string, minLength: 1 }\n    note: { type: string }"));
        files.put(
                "fixtures/small.json",
                files.get("fixtures/small.json").replace("\"R-1\",", "\"R-1\", \"note\": \"\","));
        put(author, "").statusCode(200).body("faults", empty());
        var draft = given().spec(approver)
                .get(url + "/diff?from=1")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        submit(author).statusCode(201);

        given().spec(approver)
                .get(url + "/diff?from=1&to=2")
                .then()
                .statusCode(200)
                .body("files.path", hasItem("blocks/signature.html"))
                .body("files.find { it.path == 'message.en.html' }.diff", containsString("-<p>One</p>\n+<p>Two</p>"))
                .body("data.added", contains("/note"))
                .body("data.demanded", contains("/note"))
                .body("data.breaking", equalTo(true))
                .body(equalTo(draft));
        given().spec(approver).get(url + "/diff?from=1&to=x").then().statusCode(404);
        given().spec(approver).get(url + "/diff?from=1").then().statusCode(404).body("code", equalTo("unknown-draft"));
    }

    @Test
    void a_bad_body_is_told_by_pointers_and_keeps_nothing() {
        given().spec(author)
                .body("{\"files\": {\"../x\": \"a\", \"message.de.html\": 5}, \"more\": 1}")
                .put(url + "/draft")
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-draft"))
                .body("errors.pointer", containsInAnyOrder("/files/..~1x", "/files/message.de.html", "/more"));
        given().spec(author).body("{}").put(url + "/draft").then().statusCode(422);
        given().spec(author)
                .body("{\"files\": {\"a\": \"\\ud800\", \"b\": \"\\u0000\"}}")
                .put(url + "/draft")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/files/a", "/files/b"));
        for (var shared : Set.of("brands", "blocks")) {
            given().spec(author)
                    .body(Map.of("files", files))
                    .put("/api/v1/templates/" + shared + "/draft")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("invalid-draft"));
        }
        given().spec(author).get(url + "/versions/7").then().statusCode(404).body("code", equalTo("unknown-version"));
        given().spec(as("system")).get(url + "/draft").then().statusCode(403);
        given().spec(author).get(url + "/draft").then().statusCode(404);
    }
}
