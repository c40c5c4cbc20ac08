package io.chancery.platform.watch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a node counts as slow, and when as dead. */
@ConfigMapping(prefix = "chancery.watch")
public interface WatchConfig {

    /** How often the gauges that cost a query are sampled; more seldom if that would cost more than two percent of the time. */
    @WithDefault("15s")
    Duration sampleEvery();

    /** A queue whose oldest entry has been ready for longer is reported as slow. */
    @WithDefault("5m")
    Duration slowAfter();

    /** A work loop that has been in one step for longer is stuck, and its node to be started anew. */
    @WithDefault("10m")
    Duration stuckAfter();
}
