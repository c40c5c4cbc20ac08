package io.chancery.template.parts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.chancery.platform.security.ApiClients;
import io.chancery.template.Templates;
import io.chancery.template.source.SampleFolder;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A brand and a block, two templates that use both, and people who work on them. */
abstract class PartTest {

    static final String SIGNED = "<p>Ihr Musterwerk</p>";
    static final String SIGNED_ANEW = "<p>Your Musterwerk</p>";

    @Inject
    Templates templates;

    @Inject
    ApiClients clients;

    /** Names of its own for each test. */
    final String suffix = UUID.randomUUID().toString();

    final String brand = "b" + suffix;
    final String block = "s" + suffix;
    final String letter = "l" + suffix;
    final String notice = "n" + suffix;
    final String blockUrl = "/api/v1/blocks/" + block;
    final String brandUrl = "/api/v1/brands/" + brand;

    RequestSpecification author = given();
    RequestSpecification approver = given();

    @TempDir
    Path root;

    SampleFolder folder;

    /** A brand, and two templates of it that include a block. */
    @BeforeEach
    void aFolder() throws IOException {
        folder = SampleFolder.in(root);
        Files.move(root.resolve("brands/musterwerk"), root.resolve("brands/" + brand));
        folder.changing("brands/" + brand + "/email.html", "{#include imprint /}", "")
                .with("blocks/" + block + ".html", SIGNED);
        for (var template : List.of(letter, notice)) {
            for (var path : List.of("template.yaml", "fixtures/small.json")) {
                folder.with(
                        template + "/" + path,
                        folder.text("test-invoice/" + path).replace("musterwerk", brand));
            }
            folder.with(template + "/message.de.html", "<p>Rechnung</p>{#include " + block + " /}")
                    .with(template + "/message.en.html", "<p>Invoice</p>{#include " + block + " /}");
        }
        for (var path : List.of("template.yaml", "fixtures/small.json", "message.de.html", "message.en.html")) {
            folder.without("test-invoice/" + path);
        }
        assertThat(templates.importFrom(root).faults()).isEmpty();
        author = as("author");
        approver = as("approver");
    }

    RequestSpecification as(String... roles) {
        var secret = clients.createIfMissing(UUID.randomUUID().toString(), Set.of(roles))
                .orElseThrow();
        return given().header("Authorization", "Bearer " + secret).contentType("application/json");
    }

    ValidatableResponse get(String url) {
        return given().spec(author).get(url).then().statusCode(200);
    }

    ValidatableResponse put(String url, Map<String, ?> files) {
        return given().spec(author)
                .body(Map.of("files", files))
                .put(url + "/draft")
                .then();
    }

    ValidatableResponse putBlock(String source) {
        return put(blockUrl, Map.of(block + ".html", source));
    }

    ValidatableResponse submit(String url) {
        var seen = given().spec(author).get(url + "/draft").getHeader("ETag");
        return given().spec(author)
                .header("If-Match", seen)
                .body(Map.of())
                .post(url + "/draft/submit")
                .then();
    }

    ValidatableResponse step(RequestSpecification who, String url, int version, String step, Object body) {
        return given().spec(who)
                .body(body)
                .post(url + "/versions/" + version + "/" + step)
                .then();
    }

    ValidatableResponse adopt(String url, int version, Object body) {
        return step(author, url, version, "adopt", body);
    }

    /** Version 2 of what the folder brought as version 1. */
    void publish(String url) {
        submit(url).statusCode(201).body("version", equalTo(2)).header("Location", containsString(url + "/versions/2"));
        step(approver, url, 2, "approve", Map.of()).statusCode(204);
        step(author, url, 2, "publish", Map.of()).statusCode(204);
    }

    void publishBlock(String source) {
        putBlock(source).statusCode(200).body("faults", empty());
        publish(blockUrl);
    }

    String signature(String template) {
        return templates.getLive(template).blocks().getOrDefault(block, "");
    }
}
