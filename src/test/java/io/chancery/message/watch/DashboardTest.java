package io.chancery.message.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in {@code docker/} fits what a node exports. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class DashboardTest {

    private static final Path DOCKER = Path.of("docker");
    private static final Pattern METRIC = Pattern.compile("(?:chancery|jvm)_[a-z_]+");

    @Inject
    SentEverywhere everywhere;

    @Test
    void every_metric_of_dashboard_and_alerts_is_exported(@TempDir Path root) throws IOException {
        var template = "t" + UUID.randomUUID().toString().substring(1);
        everywhere.haveTemplate(root, template);
        everywhere.haveCustomer(
                "Dagmar", Map.of("last_name", "Brett", "email", "dagmar@example.org", "mobile", "+491713920092"));
        everywhere.send(template, "Dagmar");
        var used = new TreeSet<String>();
        used.addAll(metrics(new ObjectMapper()
                .readTree(DOCKER.resolve("grafana/dashboards/chancery.json").toFile())
                .findValuesAsText("expr")));
        used.addAll(metrics(yaml("prometheus/alerts.yml").findValuesAsText("expr")));

        assertThat(used).hasSizeGreaterThan(15);
        await().untilAsserted(() -> assertThat(Scrape.now().names()).containsAll(used));
    }

    private static Set<String> metrics(List<String> expressions) {
        var found = new TreeSet<String>();
        for (var expression : expressions) {
            METRIC.matcher(expression).results().forEach(one -> found.add(one.group()));
        }
        return found;
    }

    private static JsonNode yaml(String file) throws IOException {
        return new YAMLMapper().readTree(DOCKER.resolve(file).toFile());
    }

    @Test
    void each_node_has_a_data_directory_of_its_own_and_the_keys_of_all_and_is_scraped() throws IOException {
        var services = yaml("compose.yaml").path("services");
        var targets = yaml("prometheus/prometheus.yml").findPath("targets").toString();

        for (var node : List.of("node1", "node2")) {
            assertThat(services.path(node).path("volumes").toString())
                    .isEqualTo("[\"" + node + ":/data\",\"keys:/keys\"]");
            assertThat(targets).contains(node + ":8080");
        }
        for (var service : List.of("prometheus", "grafana")) {
            for (var volume : services.path(service).path("volumes")) {
                var source = volume.asText().split(":")[0];
                assertThat(!source.startsWith(".") || Files.exists(DOCKER.resolve(source)))
                        .as(source)
                        .isTrue();
            }
        }
    }
}
