package io.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.platform.TestRoles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the packaged application, {@code kill -9}, in the middle of an import, and reads its log for personal data. */
class ImportIT {

    private static final int RECORDS = 6_000;
    private static final int KILLS = 2;
    private static final String CANARY = "Kanarienvogel";
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    @Test
    void an_import_that_is_killed_goes_on_without_a_double() throws Exception {
        try (var postgres = EmbeddedPostgres.builder().start()) {
            var settings = new HashMap<>(TestRoles.settings(postgres));
            settings.put("chancery.data.directory", folder.resolve("data").toString());
            var chancery = start(settings);
            var key = chancery.printedKey();
            var where = post(chancery, key);

            for (int kill = 1; kill <= KILLS; kill++) {
                awaitRead(chancery, where, key, RECORDS * kill / (KILLS + 2));
                chancery.kill();
                chancery = start(settings);
            }
            awaitRead(chancery, where, key, RECORDS);
            var running = chancery;
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(() -> running.get(where, key).get("status").asText().equals("finished"));
            var report = chancery.get(where, key);
            var holdings = chancery.get("/api/v1/sources/club", key).get("holdings");
            chancery.close();

            assertThat(report.get("read").asInt()).isEqualTo(RECORDS);
            assertThat(report.get("created").asInt()).isEqualTo(RECORDS - RECORDS / 100);
            assertThat(report.get("failed").asInt()).isEqualTo(RECORDS / 100);
            assertThat(report.get("errors")).hasSize(RECORDS / 100);
            assertThat(report.get("dropped").asInt()).isEqualTo(RECORDS - RECORDS / 100);
            assertThat(holdings.get("records").asInt()).isEqualTo(RECORDS - RECORDS / 100);
            assertThat(folder.resolve("data/imports")).isEmptyDirectory();
            assertThat(Files.readString(folder.resolve("chancery.log")))
                    .contains("Import ")
                    .doesNotContain(CANARY);
        }
    }

    private RunningChancery start(Map<String, String> settings) {
        return RunningChancery.start(
                settings, List.of("-Xmx256m", RunningChancery.QUICK_START), folder.resolve("chancery.log"));
    }

    private static String post(RunningChancery chancery, String key) throws IOException {
        var definition = """
                {"title": "Verein", "trust": 40, "mapping": {"id": "nr", "defaults": {"country": "DE"}, "fields": [
                 {"kind": "given-name", "column": "vorname"}, {"kind": "family-name", "column": "name"},
                 {"kind": "birth-date", "column": "geboren"}, {"kind": "email", "column": "mail"}]}}
                """;
        var put = chancery.send(
                "PUT",
                "/api/v1/sources/club",
                key,
                BodyPublishers.ofString(definition),
                "Content-Type",
                "application/json");
        assertThat(put.statusCode()).isEqualTo(200);
        var csv = new StringBuilder("nr,vorname,name,geboren,mail\n");
        for (int i = 0; i < RECORDS; i++) {
            // Every hundredth has no id, no address is one, and nobody is like anybody else.
            csv.append(i % 100 == 0 ? "" : i)
                    .append(',')
                    .append(CANARY)
                    .append(Integer.toString(i, 36))
                    .append(',')
                    .append(CANARY)
                    .append(Integer.toString(i * 7919, 36))
                    .append(",19")
                    .append(10 + i % 90)
                    .append("-01-01,")
                    .append(CANARY)
                    .append('\n');
        }
        var posted = chancery.send(
                "POST",
                "/api/v1/sources/club/records",
                key,
                BodyPublishers.ofString(csv.toString()),
                "Content-Type",
                "text/csv",
                "Prefer",
                "respond-async");
        assertThat(posted.statusCode()).as(posted.body()).isEqualTo(202);
        var location = posted.headers().firstValue("Location").orElseThrow();
        return location.substring(location.indexOf("/api/"));
    }

    private static void awaitRead(RunningChancery chancery, String where, String key, int count) {
        Awaitility.await()
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> chancery.get(where, key).get("read").asInt() >= count);
    }
}
