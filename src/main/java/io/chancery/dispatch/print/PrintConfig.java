package io.chancery.dispatch.print;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where letters go singly: unless {@code chancery.dispatch.print.run.cut-off} is set, which collects them into print runs. */
@ConfigMapping(prefix = "chancery.dispatch.print")
interface PrintConfig {

    /** The folder that is handed over; {@code print} in the data directory unless set. */
    Optional<Path> folder();

    /** How many letters are written at the same time. */
    @WithDefault("4")
    int concurrency();
}
