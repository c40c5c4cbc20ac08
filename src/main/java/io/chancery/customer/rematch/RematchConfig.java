package io.chancery.customer.rematch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When weights are learnt. */
@ConfigMapping(prefix = "chancery.customer.matching")
interface RematchConfig {

    /**
     * Whether the weights are learnt anew when a file has made the store grow by a quarter, and between files when it has
     * grown by 2 %; else only when somebody asks.
     */
    @WithDefault("true")
    boolean learning();
}
