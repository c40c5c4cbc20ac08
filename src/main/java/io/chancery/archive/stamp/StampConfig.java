package io.chancery.archive.stamp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which time-stamping authority (RFC 3161) is asked when checkpoints were there; none if no URL is set. */
@ConfigMapping(prefix = "chancery.archive.log.timestamp")
interface StampConfig {

    /** Where it is asked, by HTTP or HTTPS. */
    Optional<URI> url();

    /**
     * Files, each with certificates (PEM or DER) of authorities, or of those who certify them. Those of earlier authorities
     * stay in here: what they have stamped is checked each night. Without them nobody is asked.
     */
    Optional<List<Path>> certificates();

    /** The policy to ask for, an object identifier such as {@code 1.3.6.1.4.1.13762.3}; else whichever it likes. */
    Optional<String> policy();

    /** Who asks, where it wants to know (HTTP Basic). */
    Optional<String> username();

    /** Their password. */
    Optional<String> password();

    /** How often the newest checkpoint is stamped; 0s stamps each that is still the newest when it is looked for. */
    @WithDefault("1h")
    Duration every();

    /** How long its answer is waited for. A checkpoint that was followed by the next one in the meantime gets no stamp. */
    @WithDefault("10s")
    Duration timeout();
}
