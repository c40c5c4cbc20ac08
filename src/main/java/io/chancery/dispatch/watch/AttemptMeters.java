package io.chancery.dispatch.watch;

import io.chancery.dispatch.handover.Completion;
import io.chancery.dispatch.handover.Outlet;
import io.chancery.dispatch.queue.Lanes;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Counts and times every attempt that ends on this node, by provider. */
@ApplicationScoped
class AttemptMeters {

    private final MeterRegistry registry;
    private final Lanes lanes;
    private final Clock clock;

    /** Never changed once the lanes work. */
    private final Map<Outlet, ProviderMeters> meters = new HashMap<>();

    AttemptMeters(MeterRegistry registry, Lanes lanes, Clock clock) {
        this.registry = registry;
        this.lanes = lanes;
        this.clock = clock;
    }

    /** Before the lanes begin. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        lanes.outlets()
                .forEach((channel, outlets) ->
                        outlets.forEach(outlet -> meters.put(outlet, new ProviderMeters(registry, channel, outlet))));
        lanes.observe(this::record);
    }

    /** An attempt that an earlier owner of its shard has left open has no provider here, and is not counted. */
    private void record(Completion completion) {
        var outlet = completion.attempt().outlet();
        if (outlet.isPresent()) {
            var found = meters.get(outlet.get());
            if (found != null) {
                found.record(completion, clock.millis());
            }
        }
    }
}
