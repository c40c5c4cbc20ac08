package io.chancery.dispatch.watch;

import io.chancery.dispatch.handover.Outlet;
import io.chancery.dispatch.queue.Lanes;
import io.chancery.platform.watch.Lag;
import io.chancery.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Says which providers rest. */
@ApplicationScoped
class ProviderLag implements Lag {

    private final Lanes lanes;

    ProviderLag(Lanes lanes) {
        this.lanes = lanes;
    }

    @Override
    public List<String> reasons() {
        return lanes.outlets().entrySet().stream()
                .flatMap(lane -> lane.getValue().stream().flatMap(outlet -> resting(lane.getKey(), outlet).stream()))
                .toList();
    }

    private static Optional<String> resting(Channel channel, Outlet outlet) {
        return outlet.rest()
                .map(rest ->
                        "Provider %s of channel %s has been resting since %s".formatted(outlet, channel, rest.since()));
    }
}
