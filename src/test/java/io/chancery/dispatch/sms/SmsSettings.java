package io.chancery.dispatch.sms;

import io.chancery.dispatch.ProviderEndpoint;
import io.chancery.vocabulary.Channel;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** The real defaults, with what a test wants otherwise. */
final class SmsSettings {

    static final ProviderEndpoint ENDPOINT = new ProviderEndpoint(Channel.SMS, "test", false);

    private SmsSettings() {}

    static SmsConfig.Smsc with(Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 300, new DurationConverter())
                .withMapping(SmsConfig.class);
        settings.forEach(
                (name, value) -> builder.withDefaultValue("chancery.dispatch.sms.providers.test." + name, value));
        return Objects.requireNonNull(
                builder.build().getConfigMapping(SmsConfig.class).providers().get("test"));
    }
}
