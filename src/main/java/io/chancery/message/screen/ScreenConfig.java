package io.chancery.message.screen;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "chancery.message.screen")
interface ScreenConfig {

    /** How long the link of a text message leads to its page, unless the template says otherwise. */
    @WithDefault("90d")
    Duration life();
}
