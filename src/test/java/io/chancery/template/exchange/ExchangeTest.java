package io.chancery.template.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.security.ApiClients;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Templates on their way to other places and back. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ExchangeTest {

    private static final Path SHIPPED = Path.of("templates");

    @Inject
    ApiClients clients;

    private RequestSpecification as(String role) {
        var secret = clients.createIfMissing(UUID.randomUUID().toString(), Set.of(role))
                .orElseThrow();
        return given().header("Authorization", "Bearer " + secret);
    }

    private ValidatableResponse post(String role, String call, byte[] zip) {
        return as(role).contentType("application/zip")
                .body(zip)
                .post("/api/v1/templates/" + call)
                .then();
    }

    private byte[] exported() {
        return as("author")
                .get("/api/v1/templates/export")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    @Test
    void what_is_exported_is_what_was_imported_byte_for_byte() throws IOException {
        var imported = shipped();
        post("admin", "import", zipped(imported)).statusCode(200);

        var exported = unzipped(exported());

        imported.forEach(
                (path, content) -> assertThat(exported.get(path)).as(path).isEqualTo(content));
    }

    @Test
    void importing_what_was_exported_changes_nothing() throws IOException {
        post("admin", "import", zipped(shipped())).statusCode(200);
        var first = exported();

        post("admin", "import", first)
                .statusCode(200)
                .body("entries.find { it.key == 'invoice' }.changed", equalTo(false))
                .body("entries.find { it.key == 'welcome' }.changed", equalTo(false))
                .body("entries.find { it.key == 'lindenwerk' }.changed", equalTo(false));

        assertThat(exported()).isEqualTo(first);
    }

    @Test
    void a_folder_is_checked_whole_and_nothing_of_it_is_taken() throws IOException {
        var folder = shipped();
        folder.put("invoice/message.de.html", "<p>{data.number".getBytes(StandardCharsets.UTF_8));
        folder.put("Wrong Name/template.yaml", new byte[0]);
        folder.remove("welcome/message.en.html");
        folder.put("credit-note/message.de.html", "<p>{data.nothing}".getBytes(StandardCharsets.UTF_8));
        folder.put("meter-reading/fixtures/broken.json", "{".getBytes(StandardCharsets.UTF_8));
        var files = List.of(
                "invoice/message.de.html",
                "welcome/message.en.html",
                "credit-note/message.de.html",
                "meter-reading/fixtures/broken.json");

        post("author", "validation", zipped(folder))
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("faults.file", hasItems(files.toArray()))
                .body("faults.detail", hasItem(containsString("is not a key")));
        post("admin", "import", zipped(folder)).statusCode(422).body("errors.pointer", hasItems(files.toArray()));
        post("author", "validation", zipped(shipped())).body("valid", equalTo(true));
    }

    @Test
    void what_is_no_archive_is_said_to_be_none() {
        post("author", "validation", "no zip".getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("faults.detail", hasItem(containsString("no ZIP file")));
        post("admin", "import", new byte[0]).statusCode(422).body("code", equalTo("faulty-templates"));
    }

    @Test
    void an_archive_that_unpacks_without_end_is_left_early() throws IOException {
        var bomb = zipped(Map.of(".hidden", new byte[200 << 20]));

        assertThat(bomb.length).isLessThan(1 << 20);
        post("author", "validation", bomb)
                .statusCode(200)
                .body("faults.detail", hasItem(containsString("is larger than 5 MB")));
    }

    @Test
    void blocks_and_brands_say_who_uses_them() throws IOException {
        post("admin", "import", zipped(shipped())).statusCode(200);

        as("author")
                .get("/api/v1/blocks")
                .then()
                .statusCode(200)
                .body("items.find { it.key == 'priced-lines' }.usedBy.template", contains("credit-note", "invoice"));
        as("author")
                .get("/api/v1/brands")
                .then()
                .body("items.find { it.key == 'lindenwerk' }.usedBy.template", hasItems("invoice", "welcome"));
    }

    @Test
    void a_folder_from_outside_is_for_administrators() throws IOException {
        post("author", "import", zipped(shipped())).statusCode(403);
    }

    private static Map<String, byte[]> shipped() throws IOException {
        var folder = new TreeMap<String, byte[]>();
        try (var files = Files.walk(SHIPPED)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                folder.put(SHIPPED.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return folder;
    }

    private static byte[] zipped(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> unzipped(byte[] archive) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
