package io.chancery.dispatch.queue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patiently and how fast deliveries are handed over. Adapters have settings of their own below the same prefix. */
@ConfigMapping(prefix = "chancery.dispatch")
public interface DispatchConfig {

    /** How many attempts or outcomes go into one transaction at most. */
    @WithDefault("500")
    int batchSize();

    /** How long an outcome waits for others to share a transaction with. */
    @WithDefault("PT0.05S")
    Duration flushAfter();

    /** When a hand-over is given up that its adapter should have given up long before. */
    @WithDefault("5m")
    Duration handoverLimit();

    /** How long a stopping node waits for the hand-overs under way. */
    @WithDefault("20s")
    Duration shutdownLimit();

    Retry retry();

    Pause pause();

    Journal journal();

    /** What happens to a delivery the provider could not take. */
    interface Retry {
        /** How often a delivery is tried before it counts as failed. */
        @WithDefault("8")
        int attempts();

        /** How long it waits after its first failure; doubled after each further one. */
        @WithDefault("30s")
        Duration first();

        @WithDefault("1h")
        Duration longest();
    }

    /** What happens to a channel whose provider is in trouble. */
    interface Pause {
        /** After how many failures in a row, of whatever deliveries, the channel rests. */
        @WithDefault("10")
        int afterFailures();

        /** How long it rests before one delivery probes; doubled after each failed probe. */
        @WithDefault("1s")
        Duration first();

        @WithDefault("1m")
        Duration longest();
    }

    /** The local journal of hand-overs. */
    interface Journal {
        /** Whether each record is forced to disk: outlives a power cut, and costs a disk flush per hand-over. */
        @WithDefault("false")
        boolean force();
    }
}
