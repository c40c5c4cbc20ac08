package io.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.platform.database.RolePasswords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application on a PostgreSQL of its own, and a second node that shares it as the banner says. */
class OwnDatabaseIT {

    private static final Pattern URL = Pattern.compile("PostgreSQL +(jdbc:postgresql://\\S+/chancery), embedded in ");

    @TempDir
    private Path folder;

    @Test
    void a_second_node_needs_the_url_and_the_password_that_the_banner_leads_to() throws IOException {
        var log = folder.resolve("one.log");
        try (var one = start("one", Map.of())) {
            var key = one.printedKey();
            assertThat(one.get("/api/v1/customers?q=nobody", key)).isNotNull();

            var passwords = RolePasswords.find(folder.resolve("one")).orElseThrow();
            var banner = Files.readString(log);
            assertThat(banner)
                    .contains(
                            folder.resolve("one").resolve("postgres.passwords").toString())
                    .doesNotContain(passwords.application(), passwords.owner(), passwords.superuser())
                    .doesNotContain("who may change what was sent");
            var url = URL.matcher(banner);
            assertThat(url.find()).isTrue();
            var shared = Map.of(
                    "quarkus.datasource.jdbc.url", url.group(1),
                    "quarkus.datasource.username", "chancery_app",
                    "quarkus.datasource.password", passwords.application());

            try (var two = start("two", shared)) {
                assertThat(two.get("/api/v1/customers?q=nobody", key)).isNotNull();
            }
            one.kill();
        }

        try (var again = start("one", Map.of())) {
            assertThat(again.printedKey())
                    .as("the database that was there is there again")
                    .isEmpty();
        }
    }

    private RunningChancery start(String name, Map<String, String> database) {
        var settings = new HashMap<>(database);
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
}
