package io.chancery.dispatch.sms;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** The real defaults, with what a test wants otherwise. */
final class SmsSettings {

    private SmsSettings() {}

    static SmsConfig with(Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 300, new DurationConverter())
                .withMapping(SmsConfig.class);
        settings.forEach((name, value) -> builder.withDefaultValue("chancery.dispatch.sms." + name, value));
        return builder.build().getConfigMapping(SmsConfig.class);
    }
}
