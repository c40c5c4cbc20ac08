package io.chancery.archive.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the words of what was sent become searchable. */
@ConfigMapping(prefix = "chancery.archive.search")
interface SearchConfig {

    /** How much of each second one node reads words for, while deliveries are being archived; else it reads on and on. */
    @WithDefault("50ms")
    Duration share();

    /** How many deliveries' words are written in one transaction, which is not interrupted. */
    @WithDefault("20")
    int batchSize();
}
