package io.chancery.consent;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings of consents and of the links to them. */
@ConfigMapping(prefix = "chancery.consent")
public interface ConsentConfig {

    /** How long a customer can confirm a consent after the mail that asks for it. */
    @WithDefault("7d")
    Duration confirmationLife();

    /** How long a link to a customer's preferences works: as long as the mail it stands in may be kept. */
    @WithDefault("180d")
    Duration preferencesLife();

    /** How soon another confirmation mail may be sent for the same consent: nobody is to be flooded with them. */
    @WithDefault("10m")
    Duration askAgainAfter();

    /** How long nothing is sent to a mail address or number at which a delivery found nobody. */
    @WithDefault("180d")
    Duration hardBounceLife();
}
