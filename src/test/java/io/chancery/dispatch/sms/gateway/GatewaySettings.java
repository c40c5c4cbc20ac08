package io.chancery.dispatch.sms.gateway;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** The real defaults, with what a test wants otherwise. */
final class GatewaySettings {

    private GatewaySettings() {}

    static GatewayConfig.Gateway with(Map<String, String> settings) {
        return Objects.requireNonNull(named("test", settings).gateways().get("test"));
    }

    static GatewayConfig named(String name, Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 300, new DurationConverter())
                .withMapping(GatewayConfig.class);
        settings.forEach((setting, value) ->
                builder.withDefaultValue("chancery.dispatch.sms.gateways.%s.%s".formatted(name, setting), value));
        return builder.build().getConfigMapping(GatewayConfig.class);
    }
}
