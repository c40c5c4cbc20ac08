package io.chancery.web.author.preview;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

@ConfigMapping(prefix = "chancery.web.author")
interface AuthorConfig {

    /** What one segment of a text message costs, for the preview to say what a text would; 0 to say nothing. */
    @WithDefault("0.075")
    BigDecimal segmentPrice();

    /** The currency of that price. */
    @WithDefault("EUR")
    String currency();
}
