package io.chancery.platform.watch;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Samples the gauges: as often as configured, but no longer than a fiftieth of the time. */
@ApplicationScoped
class SamplingJob {

    private static final Logger LOG = Logger.getLogger(SamplingJob.class);
    private static final long COST_FACTOR = 50;

    private final List<Sampled> sampled;
    private final WatchConfig config;
    private final Map<Sampled, Long> dueAt = new HashMap<>();

    SamplingJob(@All List<Sampled> sampled, WatchConfig config) {
        this.sampled = sampled;
        this.config = config;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        for (var one : sampled) {
            long begun = System.nanoTime();
            if (begun - dueAt.getOrDefault(one, begun) >= 0) {
                sample(one);
                long cost = System.nanoTime() - begun;
                dueAt.put(one, begun + Math.max(config.sampleEvery().toNanos(), COST_FACTOR * cost));
            }
        }
    }

    private static void sample(Sampled one) {
        try {
            one.sample();
        } catch (RuntimeException e) {
            // The old values stay; that the database does not answer is said by others.
            LOG.debug("Gauges could not be sampled", e);
        }
    }
}
