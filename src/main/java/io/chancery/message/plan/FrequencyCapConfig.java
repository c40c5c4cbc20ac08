package io.chancery.message.plan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How much advertising a customer gets at most, whoever asks for it. */
@ConfigMapping(prefix = "chancery.frequency-cap")
public interface FrequencyCapConfig {

    /** How many marketing messages in {@link #period()}, on all channels together; as many as are asked for if not set. */
    OptionalInt messages();

    /** The time before a message in which others count. */
    @WithDefault("7d")
    Duration period();
}
