package io.chancery.customer.rematch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When weights are learnt. */
@ConfigMapping(prefix = "chancery.customer.matching")
interface RematchConfig {

    /** Whether the weights are learnt anew when a file has made the store grow by a quarter; else only when somebody asks. */
    @WithDefault("true")
    boolean learning();
}
