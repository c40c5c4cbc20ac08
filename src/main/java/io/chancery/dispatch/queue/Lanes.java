package io.chancery.dispatch.queue;

import io.chancery.dispatch.ChannelAdapter;
import io.chancery.dispatch.ChannelAdapters;
import io.chancery.dispatch.handover.Completion;
import io.chancery.dispatch.handover.Outlet;
import io.chancery.platform.work.ShardLeases;
import io.chancery.platform.work.WorkSignal;
import io.chancery.vocabulary.Channel;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The lanes of this node: one for each channel that has a provider. */
@ApplicationScoped
public class Lanes {

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

    /** The providers of each channel, as this node sees them. */
    public Map<Channel, List<Outlet>> outlets() {
        return lanes.stream()
                .collect(Collectors.toMap(Lane::channel, lane -> lane.outlets().all()));
    }

    /** Has somebody told of each attempt that ends here; it must neither wait nor throw. */
    public void observe(Consumer<Completion> observer) {
        lanes.forEach(lane -> lane.observe(observer));
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        lanes.forEach(Lane::stop);
        for (var lane : lanes) {
            lane.close();
        }
        store.journal().close();
    }
}
