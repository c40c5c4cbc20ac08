package io.chancery.platform;

import io.chancery.dispatch.email.bounce.BounceBox;
import io.chancery.dispatch.email.dkim.TestKeys;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One throw-away PostgreSQL, one throw-away data directory and one mailbox for bounces, for all Quarkus tests. */
public final class EmbeddedPostgresResource implements QuarkusTestResourceLifecycleManager {

    @SuppressWarnings("NullAway.Init") // start() always comes first
    private EmbeddedPostgres postgres;

    private final BounceBox bounces = new BounceBox();

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    .start();
            Path data = Files.createTempDirectory("chancery-test");
            var settings = new HashMap<>(bounces.settings());
            settings.putAll(settings(data));
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> settings(Path data) {
        // The sender of the brand that ships.
        var settings = new HashMap<>(
                TestKeys.create(data.resolve("dkim"), "lindenwerk.example").settings());
        settings.putAll(Map.of(
                "quarkus.datasource.jdbc.url",
                postgres.getJdbcUrl("postgres", "postgres"),
                "quarkus.datasource.username",
                "postgres",
                // One database serves all tests: what one of them loads must not teach the others' weights.
                "chancery.customer.matching.learning",
                "false",
                // A source is told soon, and given up before a test's patience ends.
                "chancery.customer.sync.interval",
                "100ms",
                "chancery.customer.sync.max-attempts",
                "4",
                "chancery.customer.sync.first-retry-after",
                "300ms",
                "chancery.customer.sync.answer-within",
                "2s",
                // More than any test sends to a customer but the one that is about it.
                "chancery.frequency-cap.messages",
                "12",
                "chancery.data.directory",
                data.toString()));
        return settings;
    }

    @Override
    public void stop() {
        try {
            bounces.close();
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
