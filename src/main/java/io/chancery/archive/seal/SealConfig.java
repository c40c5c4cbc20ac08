package io.chancery.archive.seal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How the log of the archive is kept. */
@ConfigMapping(prefix = "chancery.archive.log")
interface SealConfig {

    /**
     * The name of the log, which is that of its key: a URL without a scheme, such as {@code example.com/archive}. It can be
     * chosen once, before the first start.
     */
    @WithDefault("chancery/archive")
    String origin();

    /** How often a checkpoint is signed, if anything came to the log since the last one. */
    @WithDefault("1m")
    Duration checkpointEvery();

    /**
     * Where each checkpoint is written once more, outside the database: the stronger the wall between the two, the more a
     * checkpoint proves. {@code checkpoints} in the data directory if nothing is set.
     */
    Optional<Path> anchor();
}
