package io.chancery.dispatch.email.bounce;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** The real defaults, with what a test wants otherwise. */
final class BounceSettings {

    private BounceSettings() {}

    static BounceConfig with(Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 300, new DurationConverter())
                .withMapping(BounceConfig.class);
        settings.forEach((name, value) -> builder.withDefaultValue("chancery.dispatch.email.bounces." + name, value));
        return builder.build().getConfigMapping(BounceConfig.class);
    }
}
