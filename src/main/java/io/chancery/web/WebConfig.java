package io.chancery.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

@ConfigMapping(prefix = "chancery.web")
interface WebConfig {

    /** In which times are shown; the same as on letters unless set. */
    @WithDefault("${chancery.message.time-zone:Europe/Berlin}")
    ZoneId timeZone();
}
