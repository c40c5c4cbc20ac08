package io.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.platform.TestRoles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the packaged application, {@code kill -9}, in the middle of a run: every line becomes one message, and all end. Then in
 * the middle of the erasure of the person who got all of them: that ends, too, and nothing is left in clear.
 */
class RunKillIT {

    private static final int LINES = 300;
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final String JSON = "application/json";
    private static final int ADVERTISED = 40;

    /** Of the person; the words of what has to be kept are found by compliance. */
    private static final List<String> WORDS =
            List.of("Zwitscherling", "Zwitscherweg", "lotte.z@example.org", "15119876503", "Angebot-4711");

    private static final Map<String, String> KEPT =
            Map.of("archive_text", "delivery_id in (select delivery_id from kept_key)");

    @TempDir
    private Path folder;

    @Test
    void every_line_becomes_one_message_whenever_the_application_is_killed() throws Exception {
        try (var postgres = EmbeddedPostgres.builder().start()) {
            var chancery = start(postgres);
            var key = chancery.printedKey();
            var mapping = Files.readString(Path.of("src/main/resources/demo/sources/crm.json"));
            put(chancery, key, "/api/v1/sources/crm", mapping);
            put(chancery, key, "/api/v1/sources/crm/records/1", """
                    {"salutation": "", "title": "", "first_name": "Lotte", "last_name": "Zwitscherling", "birthdate": "",
                     "street": "Zwitscherweg 1", "postal_code": "10115", "city": "Berlin", "country": "DE",
                     "email": "lotte.z@example.org", "phone": "", "mobile": "+4915119876503", "preferred_channel": "", "language": "de",
                     "modified": "2026-01-01T00:00:00"}
                    """);
            var id = begin(chancery, key);

            for (int accepted : List.of(LINES / 5, LINES / 2)) {
                var killed = chancery;
                Awaitility.await().atMost(LIMIT).until(() -> LINES - waiting(killed, key, id) >= accepted);
                killed.kill();
                chancery = start(postgres);
            }
            var last = chancery;
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(() -> last.get("/api/v1/runs/" + id, key)
                            .path("status")
                            .asText()
                            .equals("completed"));
            assertThat(last.get("/api/v1/runs/" + id, key)
                            .at("/lines/delivered")
                            .asInt())
                    .isEqualTo(LINES);
            var database = new ClearText(postgres);
            assertThat(database.number("select count(*) from message")).isEqualTo(LINES);
            assertThat(database.number("select count(distinct run_line) from message"))
                    .isEqualTo(LINES);

            erase(postgres, database, last, key);
        }
    }

    private void erase(EmbeddedPostgres postgres, ClearText database, RunningChancery before, String key)
            throws Exception {
        var path = "/api/v1/customers/"
                + before.get("/api/v1/customers?source=crm&record=1", key)
                        .at("/items/0/ucid")
                        .asText();
        advertise(before, key, path);
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> database.number("select count(*) from archive_text") == LINES + ADVERTISED);
        assertThat(database.places(WORDS, Map.of())).contains("source_record", "golden", "message", "archive_text");

        var asked =
                CompletableFuture.runAsync(() -> post(before, key, path + "/erasure", "{\"reason\": \"Ticket 81\"}"));
        Awaitility.await()
                .atMost(LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> database.number("select count(*) from erasure_order") == 1);
        before.kill();
        // Mostly before anything is erased; on a fast day after it, and before it is swept.
        asked.exceptionally(killed -> null).join();

        try (var after = start(postgres)) {
            Awaitility.await().atMost(LIMIT).until(() -> database.number("select count(*) from erasure") == 1);
            assertThat(database.places(WORDS, KEPT)).isEmpty();
            assertThat(after.get(path + "/erasure", key)
                            .at("/report/erasedDeliveries")
                            .asInt())
                    .isEqualTo(ADVERTISED);
            assertThat(database.number("select count(*) from kept_key")).isEqualTo(LINES);
            post(after, key, "/api/v1/archive/checks", "");
            var checks = "/api/v1/archive/checks?limit=1";
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(() -> after.get(checks, key).at("/items/0/id").isTextual());
            assertThat(after.get(checks, key).at("/items/0/findings").toString())
                    .isEqualTo("[]");
        }
    }

    /** Mails that nothing has to keep. */
    private static void advertise(RunningChancery chancery, String key, String customer) {
        post(chancery, key, customer + "/consents", """
                {"channel": "email", "purpose": "marketing", "status": "confirmed", "source": "form",
                 "evidence": {"text": "Yes, Zwitscherling", "confirmationIp": "203.0.113.9"}}
                """);
        for (int i = 0; i < ADVERTISED; i++) {
            post(chancery, key, "/api/v1/messages", """
                    {"template": "newsletter-winter", "customer": {"source": "crm", "record": "1"}, "channels": ["email"],
                     "data": {"offer": "Angebot-4711", "discount": "15", "until": "2099-12-24"}}
                    """);
        }
    }

    /** Few at a time, so that a kill comes in the middle. */
    private RunningChancery start(EmbeddedPostgres postgres) {
        var settings = new HashMap<>(TestRoles.settings(postgres));
        settings.putAll(Map.of(
                "chancery.data.directory", folder.toString(),
                "chancery.demo.enabled", "false",
                "chancery.run.batch-size", "7",
                "chancery.run.most-queued", "20",
                "chancery.frequency-cap.messages", "1000",
                "chancery.dispatch.print.folder", folder.resolve("print").toString()));
        return RunningChancery.start(
                settings, List.of("-Xmx512m", RunningChancery.QUICK_START), folder.resolve("chancery.log"));
    }

    private static String begin(RunningChancery chancery, String key) {
        var run = post(
                chancery,
                key,
                "/api/v1/runs",
                "{\"template\": \"welcome\", \"defaults\": {\"channels\": [\"print\"]}}");
        var id = run.replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        var lines = IntStream.rangeClosed(1, LINES)
                .mapToObj(i ->
                        ("{\"customer\": {\"source\": \"crm\", \"record\": \"1\"}, \"data\": {\"contract\": \"V-%d\","
                                        + " \"tariff\": \"x\", \"from\": \"2027-01-01\", \"instalment\": \"1.00\", \"currency\": \"EUR\"}}")
                                .formatted(i))
                .collect(Collectors.joining("\n"));
        post(chancery, key, "/api/v1/runs/" + id + "/items", lines);
        post(chancery, key, "/api/v1/runs/" + id + "/check", "");
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> chancery.get("/api/v1/runs/" + id, key)
                        .path("status")
                        .asText()
                        .equals("ready"));
        post(chancery, key, "/api/v1/runs/" + id + "/start", "");
        return id;
    }

    private static int waiting(RunningChancery chancery, String key, String id) {
        return chancery.get("/api/v1/runs/" + id, key).at("/lines/waiting").asInt();
    }

    private static String post(RunningChancery chancery, String key, String path, String body) {
        return sent(chancery.send("POST", path, key, BodyPublishers.ofString(body), "Content-Type", JSON));
    }

    private static void put(RunningChancery chancery, String key, String path, String body) {
        sent(chancery.send("PUT", path, key, BodyPublishers.ofString(body), "Content-Type", JSON));
    }

    private static String sent(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }
}
