package io.chancery.customer.sync;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a source's webhook is asked to take what it is told. */
@ConfigMapping(prefix = "chancery.customer.sync")
interface SyncConfig {

    /** How often it looks for what has to be told. */
    @WithDefault("2s")
    Duration interval();

    /** How often it is tried before it is given up. */
    @WithDefault("12")
    int maxAttempts();

    /** The pause after the first failure; it doubles with each one that follows. */
    @WithDefault("5s")
    Duration firstRetryAfter();

    @WithDefault("1h")
    Duration longestRetryAfter();

    /** A receiver that has not answered by then has failed. */
    @WithDefault("10s")
    Duration answerWithin();
}
