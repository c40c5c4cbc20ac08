package io.chancery.message.tally;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;

/** How what happens is counted. */
@ConfigMapping(prefix = "chancery.tally")
interface TallyConfig {

    /** Where days begin; the same as on letters unless set. */
    @WithDefault("${chancery.message.time-zone:Europe/Berlin}")
    ZoneId timeZone();

    /** So many events are counted in one transaction. */
    @WithDefault("5000")
    int batchSize();

    /** Hours older than this are forgotten; days stay. */
    @WithDefault("9d")
    Duration hoursKept();
}
