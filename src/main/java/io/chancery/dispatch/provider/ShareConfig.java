package io.chancery.dispatch.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a provider of several gets less, and when it gets more again. */
@ConfigMapping(prefix = "chancery.dispatch.share")
public interface ShareConfig {

    /** How many points go at once, away from its weight or back to it. */
    @WithDefault("10")
    int step();

    /** So many failed attempts on one node within the period cost a step. */
    @WithDefault("50")
    int errors();

    @WithDefault("60s")
    Duration errorPeriod();

    /** A delivery is slow if it takes longer from its hand-over to the receipt that says that it arrived. */
    @WithDefault("5m")
    Duration slowAfter();

    /** If a larger part of what was handed over within the period is slow, that costs a step. */
    @WithDefault("0.15")
    double slowPart();

    @WithDefault("15m")
    Duration slowPeriod();

    /** After so long without a change one step comes back. */
    @WithDefault("5m")
    Duration returnAfter();
}
