package io.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.customer.registry.People;
import io.chancery.customer.registry.People.Delivered;
import io.chancery.platform.TestRoles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two packaged applications on one database. */
class TwoNodesIT {

    private static final int PEOPLE = 1_500;

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void two_nodes_that_import_the_same_people_at_once_make_no_twins() throws Exception {
        var people = new People(7, PEOPLE);
        var backwards = new ArrayList<>(people.second());
        Collections.reverse(backwards);
        try (var postgres = EmbeddedPostgres.builder().start();
                var one = start(postgres, "one");
                var two = start(postgres, "two")) {
            var key = one.printedKey();
            call(one, "PUT", "/api/v1/sources/a", key, People.DEFINITION);
            call(two, "PUT", "/api/v1/sources/b", key, People.DEFINITION);

            var first = CompletableFuture.runAsync(() -> load(one, "a", key, people.first()));
            var second = CompletableFuture.runAsync(() -> load(two, "b", key, backwards));
            CompletableFuture.allOf(first, second).join();

            var owners = owners(two, key);
            for (int i = 0; i < PEOPLE; i++) {
                assertThat(owners.get("B" + i)).isNotNull().isEqualTo(owners.get("A" + i));
            }
            assertThat(owners.values().stream().distinct()).hasSize(PEOPLE);
        }
    }

    private RunningChancery start(EmbeddedPostgres postgres, String name) {
        var settings = new HashMap<>(TestRoles.settings(postgres));
        settings.putAll(Map.of(
                "chancery.data.directory",
                folder.resolve(name).toString(),
                "chancery.keys.directory",
                folder.resolve("keys").toString(),
                "chancery.demo.enabled",
                "false"));
        return RunningChancery.start(
                settings, List.of("-Xmx384m", RunningChancery.QUICK_START), folder.resolve(name + ".log"));
    }

    private static void load(RunningChancery chancery, String source, String key, List<Delivered> records) {
        var lines = records.stream().map(Delivered::json).collect(Collectors.joining("\n"));
        var answer = chancery.send(
                "POST",
                "/api/v1/sources/" + source + "/records",
                key,
                BodyPublishers.ofString(lines),
                "Content-Type",
                "application/x-ndjson",
                "Prefer",
                "wait=120");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static String call(RunningChancery chancery, String method, String path, String key, String body) {
        var answer =
                chancery.send(method, path, key, BodyPublishers.ofString(body), "Content-Type", "application/json");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private Map<String, String> owners(RunningChancery chancery, String key) throws IOException {
        var owners = new HashMap<String, String>();
        for (var line : call(chancery, "GET", "/api/v1/links", key, "").lines().toList()) {
            var link = json.readTree(line);
            owners.put(link.path("record").asText(), link.path("ucid").asText());
        }
        return owners;
    }
}
