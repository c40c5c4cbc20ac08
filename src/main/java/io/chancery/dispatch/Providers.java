package io.chancery.dispatch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.vocabulary.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who takes deliveries over, in what state they are, and what waits for them. */
public interface Providers {

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
    @Schema(name = "ProviderView")
    record View(
            Channel channel,
            String name,
            String address,
            boolean standIn,
            @Nullable Double perSecond,
            Share share,
            int open,
            @Nullable Rest rest) {}

    /**
     * @param weight as configured
     * @param points as they are now; fewer after it has erred or was slow
     * @param moved when and why the points changed last; none if they never did
     */
    @Schema(name = "Share")
    record Share(
            int weight, int points, @JsonIgnore @Nullable Move moved) {}

    /** The last change of a provider's points. */
    record Move(Instant at, Cause cause) {}

    /** Why a provider gets more or less. */
    enum Cause {
        ERRS,
        SLOW,
        RETURNS
    }

    /**
     * It has failed too often in a row, or has asked for a pause.
     *
     * @param until when one delivery probes whether it is over
     */
    @Schema(name = "Rest")
    record Rest(Instant since, Instant until) {}

    /**
     * What waits on one channel with one priority, on all nodes.
     *
     * @param priority such as {@code transactional}
     * @param age since the oldest of them became ready
     */
    record Lane(Channel channel, String priority, long ready, Duration age) {

        /** Whether somebody ought to look at it. */
        public boolean isSlow(Duration limit) {
            return age.compareTo(limit) > 0;
        }
    }

    /** Deliveries that wait for another attempt. */
    record Retrying(Channel channel, long count) {}

    /** What waits in the queues, as it was at most some seconds ago. */
    record Queues(List<Lane> lanes, List<Retrying> retrying) {}

    /** The node that answers: each has its own attempts under way, and finds out for itself that a provider fails. */
    UUID node();

    /** By channel and name. */
    List<View> list();

    /** What waits to be handed over. */
    Queues queues();
}
