package io.chancery.archive.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How exports of the archive are made. */
@ConfigMapping(prefix = "chancery.archive.export")
interface ExportConfig {

    /** How long an export can be downloaded before it is forgotten. */
    @WithDefault("30d")
    Duration keep();

    /** Who hands the data over, as it stands in the description for tax auditors. */
    @WithDefault("Chancery")
    String supplier();
}
