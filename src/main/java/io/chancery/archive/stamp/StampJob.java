package io.chancery.archive.stamp;

import io.chancery.platform.work.ShardLeases;
import io.chancery.platform.work.WorkLoop;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks for checkpoints to be stamped, on the one node that has the first shard, if an authority is configured. */
@ApplicationScoped
class StampJob {

    /** After an authority gave nothing, too. */
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern POLICY = Pattern.compile("[0-2](\\.(0|[1-9][0-9]*))+");

    private final Stamper stamper;
    private final StampConfig config;
    private final TrustedAuthorities trusted;
    private final ShardLeases leases;
    private final MeterRegistry registry;
    private @Nullable WorkLoop loop;

    StampJob(
            Stamper stamper,
            StampConfig config,
            TrustedAuthorities trusted,
            ShardLeases leases,
            MeterRegistry registry) {
        this.stamper = stamper;
        this.config = config;
        this.trusted = trusted;
        this.leases = leases;
        this.registry = registry;
    }

    void start(@Observes StartupEvent event) {
        stamper.watch(registry);
        if (config.url().isPresent()) {
            requireUsable();
            loop = WorkLoop.start("timestamp", interval(), this::step).withLongSteps();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    private void requireUsable() {
        var scheme = config.url().orElseThrow().getScheme();
        if (scheme == null || !SCHEMES.contains(scheme)) {
            throw new IllegalStateException("chancery.archive.log.timestamp.url has to begin with http:// or https://");
        }
        if (config.policy().isPresent()
                && !POLICY.matcher(config.policy().get()).matches()) {
            throw new IllegalStateException("chancery.archive.log.timestamp.policy is no object identifier");
        }
        if (trusted.find().isEmpty()) {
            throw new IllegalStateException(
                    "chancery.archive.log.timestamp.certificates has to name the certificates of"
                            + " the authority: a time-stamp of somebody unknown proves nothing");
        }
    }

    private Duration interval() {
        var every = config.every();
        if (every.compareTo(INTERVAL) > 0) {
            return INTERVAL;
        }
        return every.compareTo(SHORTEST_INTERVAL) < 0 ? SHORTEST_INTERVAL : every;
    }

    private boolean step() throws InterruptedException {
        if (leases.owned().contains(0)) {
            stamper.step();
        }
        return false;
    }
}
