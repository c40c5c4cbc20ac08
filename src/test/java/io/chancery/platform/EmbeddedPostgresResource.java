package io.chancery.platform;

import static java.util.Map.entry;

import io.chancery.dispatch.email.bounce.BounceBox;
import io.chancery.dispatch.email.dkim.TestKeys;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * One throw-away PostgreSQL, one throw-away data directory and one mailbox for bounces, for all Quarkus tests. The
 * application connects as the role that it has in production; what it may not, {@link Superuser} may.
 */
public final class EmbeddedPostgresResource implements QuarkusTestResourceLifecycleManager {

    @SuppressWarnings("NullAway.Init") // start() always comes first
    private EmbeddedPostgres postgres;

    private final ScratchFolder data = ScratchFolder.create("chancery-test");

    private final BounceBox bounces = new BounceBox();

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    .start();
            var settings = new HashMap<>(bounces.settings());
            settings.putAll(settings(data.path()));
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> settings(Path data) {
        // The sender of the brand that ships.
        var settings = new HashMap<>(
                TestKeys.create(data.resolve("dkim"), "lindenwerk.example").settings());
        settings.putAll(TestRoles.settings(postgres));
        settings.putAll(Map.ofEntries(
                // One database serves all tests: what one of them loads must not teach the others' weights.
                entry("chancery.customer.matching.learning", "false"),
                // A source is told soon, and given up before a test's patience ends.
                entry("chancery.customer.sync.interval", "100ms"),
                entry("chancery.customer.sync.max-attempts", "4"),
                entry("chancery.customer.sync.first-retry-after", "300ms"),
                entry("chancery.customer.sync.answer-within", "2s"),
                // The receivers of tests are on this machine, by this name and no other.
                entry("chancery.webhook.allowed-private", "localhost"),
                entry("chancery.webhook.interval", "100ms"),
                entry("chancery.webhook.answer-within", "2s"),
                entry("chancery.webhook.retry-after", "300ms,300ms,300ms"),
                // It sends nothing, so that the texts go on to the development SMSC.
                entry("chancery.dispatch.sms.gateways.test-gateway.receipts.secrets", "the secret of test-gateway"),
                // More than any test sends to a customer but the one that is about it.
                entry("chancery.frequency-cap.messages", "12"),
                // In production it is made at the first start, before Quarkus.
                entry("quarkus.http.auth.session.encryption-key", "the key of sessions in tests"),
                entry("chancery.data.directory", data.toString())));
        return settings;
    }

    @Override
    public void stop() {
        try {
            bounces.close();
            postgres.close();
            data.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
