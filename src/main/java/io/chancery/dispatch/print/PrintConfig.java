package io.chancery.dispatch.print;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where letters go. */
@ConfigMapping(prefix = "chancery.dispatch.print")
interface PrintConfig {

    /** The folder that is handed over; {@code print} in the data directory unless set. */
    Optional<Path> folder();

    /** How many letters are written at the same time. */
    @WithDefault("4")
    int concurrency();
}
