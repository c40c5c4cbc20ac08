package io.chancery.dispatch.email;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** The real defaults, with what a test wants otherwise. */
final class EmailSettings {

    private EmailSettings() {}

    static EmailConfig.Relay with(Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 300, new DurationConverter())
                .withMapping(EmailConfig.class);
        settings.forEach(
                (name, value) -> builder.withDefaultValue("chancery.dispatch.email.providers.test." + name, value));
        return Objects.requireNonNull(
                builder.build().getConfigMapping(EmailConfig.class).providers().get("test"));
    }
}
