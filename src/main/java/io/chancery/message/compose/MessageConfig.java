package io.chancery.message.compose;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;
import java.util.OptionalInt;

/** How messages are rendered. */
@ConfigMapping(prefix = "chancery.message")
public interface MessageConfig {

    /** Whose calendar the date on a letter follows. */
    @WithDefault("Europe/Berlin")
    ZoneId timeZone();

    /** How many messages are rendered at the same time; one per core if not set. */
    OptionalInt composers();
}
