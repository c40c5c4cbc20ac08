package io.chancery.dispatch.email;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The real defaults, with what a test wants otherwise. */
final class EmailSettings {

    private EmailSettings() {}

    static EmailConfig with(Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder().withMapping(EmailConfig.class);
        settings.forEach((name, value) -> builder.withDefaultValue("chancery.dispatch.email." + name, value));
        return builder.build().getConfigMapping(EmailConfig.class);
    }
}
