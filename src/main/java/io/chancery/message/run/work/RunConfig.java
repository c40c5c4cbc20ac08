package io.chancery.message.run.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How runs are worked off. */
@ConfigMapping(prefix = "chancery.run")
interface RunConfig {

    /** How many lines are checked, or made messages of, in one transaction; as long as that takes a pause has to wait. */
    @WithDefault("200")
    int batchSize();

    /** How many deliveries of runs may wait to be rendered and sent before no more messages are made. */
    @WithDefault("4000")
    int mostQueued();

    /** How long after the end of a run it is kept what its lines said, and how long a run that is never started is kept. */
    @WithDefault("30d")
    Duration itemLife();
}
