package io.chancery.message.compose;

import io.chancery.archive.NewEvent;
import io.chancery.message.compose.Composing.Composed.Ready;
import io.chancery.message.simulation.SimulatedOutcome;
import io.chancery.message.simulation.Simulation;
import io.chancery.message.simulation.Simulation.Tried;
import io.chancery.message.store.ProviderQueue;
import io.chancery.message.store.ProviderQueue.Rendered;
import io.chancery.template.ChannelPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/** Sends deliveries whose renditions are in the archive on their way. What came with a test key never leaves the house. */
@ApplicationScoped
class Sending {

    private final ProviderQueue providers;
    private final Simulation simulation;

    Sending(ProviderQueue providers, Simulation simulation) {
        this.providers = providers;
        this.simulation = simulation;
    }

    /** In the transaction that archives the renditions, with the events that say so. */
    void begin(List<Ready> ready, List<NewEvent> rendered) {
        var byTest = ready.stream()
                .collect(Collectors.partitioningBy(one -> one.item().message().test));
        var live = byTest.getOrDefault(false, List.of());
        if (!live.isEmpty()) {
            providers.enqueue(live.stream().map(Sending::rendered).toList(), of(live, rendered));
        }
        var tests = byTest.getOrDefault(true, List.of());
        if (!tests.isEmpty()) {
            simulation.run(tests.stream().map(Sending::tried).toList(), of(tests, rendered));
        }
    }

    private static List<NewEvent> of(List<Ready> ready, List<NewEvent> events) {
        var ids = ready.stream().map(one -> one.item().delivery().id()).collect(Collectors.toSet());
        return events.stream().filter(event -> ids.contains(event.deliveryId())).toList();
    }

    private static Rendered rendered(Ready ready) {
        return new Rendered(ready.item().message(), ready.item().delivery(), ready.rendition());
    }

    private static Tried tried(Ready ready) {
        var delivery = ready.item().delivery();
        var metadata = ready.item().message().metadata;
        return new Tried(
                delivery.id(), resends(ready), SimulatedOutcome.of(delivery.channel(), ready.rendition(), metadata));
    }

    private static boolean resends(Ready ready) {
        return ready.item().version().settings().plan().onUncertain() == ChannelPlan.OnUncertain.RESEND_FLAGGED;
    }
}
