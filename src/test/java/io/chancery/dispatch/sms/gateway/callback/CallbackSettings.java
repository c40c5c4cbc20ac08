package io.chancery.dispatch.sms.gateway.callback;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Objects;

/** The real defaults, with what a test wants otherwise. */
final class CallbackSettings {

    private CallbackSettings() {}

    static CallbackConfig.Callback with(Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder().withMapping(CallbackConfig.class);
        settings.forEach((name, value) ->
                builder.withDefaultValue("chancery.dispatch.sms.gateways.test.receipts." + name, value));
        var config = builder.build().getConfigMapping(CallbackConfig.class);
        return Objects.requireNonNull(config.gateways().get("test")).receipts();
    }
}
