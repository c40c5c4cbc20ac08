package io.chancery.template.exchange;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where templates come from. */
@ConfigMapping(prefix = "chancery.template")
interface TemplateConfig {

    /** The folder that is imported at start and on demand; a start without it imports nothing. */
    @WithDefault("templates")
    Path directory();
}
