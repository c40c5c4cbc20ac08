package io.chancery.dispatch;

import io.smallrye.config.WithDefault;
import java.util.OptionalDouble;

/** What can be set for each provider, of whatever channel. */
public interface ProviderSettings {

    /** Its part of the channel's deliveries, as a number beside the others'; 0 for one that only steps in for others. */
    @WithDefault("100")
    int weight();

    /** How many deliveries it takes a second, from all nodes together; as many as we can if not set. */
    OptionalDouble perSecond();
}
