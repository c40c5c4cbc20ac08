package io.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.platform.TestRoles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export of a running application, which is killed while it makes it, verified with nothing but the jar and the key. */
class ExportIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MESSAGES = 30;

    @TempDir
    Path folder;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void an_export_outlives_the_application() throws Exception {
        try (var postgres = EmbeddedPostgres.builder().start()) {
            var settings = new HashMap<>(TestRoles.settings(postgres));
            settings.put("chancery.data.directory", folder.toString());
            settings.put("chancery.demo.enabled", "false");
            var chancery = start(settings);
            var key = chancery.printedKey();
            send(chancery, key);
            var first = chancery.read("/api/v1/archive/key", key);
            var id = post(
                    chancery, key, "/api/v1/archive/exports", "{\"from\": \"2020-01-01\", \"to\": \"2099-12-31\"}");
            chancery.kill();

            chancery = start(settings);
            awaitReady(chancery, key, id);
            var export = chancery.read("/api/v1/archive/exports/" + id + "/content", key);
            assertThat(chancery.read("/api/v1/archive/exports/" + id + "/content", key))
                    .isEqualTo(export);
            chancery.close();

            Files.write(folder.resolve("export.zip"), export);
            Files.write(folder.resolve("key.txt"), first);
        }
        assertThat(verify("export.zip")).contains(MESSAGES + " deliveries", "Everything holds.");
    }

    private RunningChancery start(Map<String, String> settings) {
        return RunningChancery.start(
                settings, List.of("-Xmx512m", RunningChancery.QUICK_START), folder.resolve("chancery.log"));
    }

    private void send(RunningChancery chancery, String key) throws IOException {
        var mapping = Files.readString(Path.of("src/main/resources/demo/sources/crm.json"));
        put(chancery, key, "/api/v1/sources/crm", mapping);
        put(chancery, key, "/api/v1/sources/crm/records/1", """
                {"salutation": "Frau", "title": "", "first_name": "Erika", "last_name": "Beispiel", "birthdate": "",
                 "street": "Teststr. 1", "postal_code": "10115", "city": "Berlin", "country": "DE", "email": "", "phone": "",
                 "mobile": "+4915112345678", "preferred_channel": "", "language": "de", "modified": "2026-01-01T00:00:00"}
                """);
        for (int i = 0; i < MESSAGES; i++) {
            post(chancery, key, "/api/v1/messages", """
                    {"template": "payment-reminder", "customer": {"source": "crm", "record": "1"}, "channels": ["print"],
                     "data": {"invoice": "R-%d", "amount": "12.50", "currency": "EUR", "due": "2026-12-31", "level": 1}}
                    """.formatted(i));
        }
        Awaitility.await().atMost(LIMIT).until(() -> delivered(chancery, key) == MESSAGES);
    }

    private static int delivered(RunningChancery chancery, String key) {
        int count = 0;
        for (JsonNode item : chancery.get("/api/v1/archive?limit=200", key).get("items")) {
            count += List.of("sent", "delivered").contains(item.get("status").asText()) ? 1 : 0;
        }
        return count;
    }

    private static void put(RunningChancery chancery, String key, String path, String body) {
        var answer = chancery.send("PUT", path, key, BodyPublishers.ofString(body), "Content-Type", "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }

    private String post(RunningChancery chancery, String key, String path, String body) throws IOException {
        var answer =
                chancery.send("POST", path, key, BodyPublishers.ofString(body), "Content-Type", "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json.readTree(answer.body()).get("id").asText();
    }

    private static void awaitReady(RunningChancery chancery, String key, String id) {
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> chancery.get("/api/v1/archive/exports/" + id, key)
                        .get("status")
                        .asText()
                        .equals("ready"));
    }

    private String verify(String export) throws IOException, InterruptedException {
        var jar = RunningChancery.PACKAGED.resolve("quarkus-run.jar").toAbsolutePath();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toString(),
                        "verify",
                        export,
                        "--key",
                        "key.txt",
                        "--language",
                        "en",
                        "--anchor",
                        "checkpoints")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }
}
