package io.chancery.web.dashboard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** What a letter would have cost that went out another way. */
@ConfigMapping(prefix = "chancery.dashboard")
interface DashboardConfig {

    /** Postage of a letter. */
    @WithDefault("0.95")
    BigDecimal postage();

    /** ISO 4217. */
    @WithDefault("EUR")
    String currency();
}
