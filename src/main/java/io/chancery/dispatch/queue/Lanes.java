package io.chancery.dispatch.queue;

import io.chancery.dispatch.ChannelAdapter;
import io.chancery.dispatch.ChannelAdapters;
import io.chancery.platform.work.ShardLeases;
import io.chancery.platform.work.WorkSignal;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/** The lanes of this node: one for each channel that has a provider. */
@ApplicationScoped
class Lanes {

    private final List<Lane> lanes;
    private final LaneStore store;
    private final WorkSignal signal;

    Lanes(
            @All List<ChannelAdapter> adapters,
            LaneStore store,
            ShardLeases leases,
            WorkSignal signal,
            DispatchConfig config,
            Clock clock) {
        var random = new SecureRandom();
        this.lanes = ChannelAdapters.byChannel(adapters).values().stream()
                .map(channel -> new Lane(channel, store, leases, config, clock, random))
                .toList();
        this.store = store;
        this.signal = signal;
    }

    void start(@Observes StartupEvent event) {
        store.journal().keepOnly(store.opening().findOwnOpen());
        lanes.forEach(lane -> lane.start(signal));
    }

    List<Lane> all() {
        return lanes;
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        lanes.forEach(Lane::stop);
        for (var lane : lanes) {
            lane.close();
        }
        store.journal().close();
    }
}
