package io.chancery.platform.webhook.send;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where webhooks may lead, and how long their receivers are asked. */
@ConfigMapping(prefix = "chancery.webhook")
public interface WebhookConfig {

    /**
     * Receivers in our own network: names of hosts, addresses, or networks such as {@code 10.1.0.0/16}. They need no
     * https. Webhooks of sources go by it, too.
     */
    Optional<List<String>> allowedPrivate();

    /** How often it looks for what has to be told. */
    @WithDefault("1s")
    Duration interval();

    /** A receiver that has not answered by then has failed. */
    @WithDefault("15s")
    Duration answerWithin();

    /** The pauses after each failure, as Standard Webhooks proposes them; after the last one it is given up. */
    @WithDefault("5s,5m,30m,2h,5h,10h,10h")
    List<Duration> retryAfter();

    /** A webhook that has taken nothing for so long is disabled. */
    @WithDefault("5d")
    Duration disabledAfter();

    /** How long the earlier secret signs as well, after there is a new one. */
    @WithDefault("24h")
    Duration oldSecretLife();
}
