package io.chancery.web.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "chancery.demo")
interface DemoConfig {

    /** Whether an empty embedded database is filled. An external database never is. */
    @WithDefault("true")
    boolean enabled();
}
