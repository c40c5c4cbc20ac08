package io.chancery.dispatch.watch;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.dispatch.handover.Outlet;
import io.chancery.dispatch.pace.Circuit;
import io.chancery.vocabulary.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A provider as one node sees it.
 *
 * @param standIn whether it is the stand-in for development
 * @param perSecond how many deliveries it takes a second from all nodes; none for as many as we can
 * @param share its part of the channel's deliveries
 * @param open attempts under way
 * @param rest none while it works
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProviderView(
        Channel channel,
        String name,
        String address,
        boolean standIn,
        @Nullable Double perSecond,
        Share share,
        int open,
        @Nullable Rest rest) {

    /** @param weight as configured @param points as they are now; fewer after it has erred or was slow */
    record Share(int weight, int points) {}

    /**
     * It has failed too often in a row, or has asked for a pause.
     *
     * @param until when one delivery probes whether it is over
     */
    record Rest(Instant since, Instant until) {

        static Rest of(Circuit.Rest rest) {
            return new Rest(rest.since(), rest.until());
        }
    }

    static ProviderView of(Channel channel, Outlet outlet) {
        var profile = outlet.profile();
        var endpoint = outlet.endpoint();
        return new ProviderView(
                channel,
                profile.name(),
                endpoint.address(),
                endpoint.standIn(),
                profile.perSecond().isPresent() ? profile.perSecond().getAsDouble() : null,
                new Share(profile.weight(), outlet.points()),
                outlet.open(),
                outlet.rest().map(Rest::of).orElse(null));
    }
}
