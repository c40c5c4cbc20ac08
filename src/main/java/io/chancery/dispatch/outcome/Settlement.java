package io.chancery.dispatch.outcome;

import io.chancery.archive.NewEvent;
import io.chancery.vocabulary.Reason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be recorded about an attempt that has ended.
 *
 * @param outcome how it ended, as the attempt says it
 * @param reference the provider's, empty unless it accepted
 * @param code the provider's own, as is the text
 */
public record Settlement(
        ReadyDelivery delivery,
        String outcome,
        String reference,
        String code,
        String text,
        Next next,
        List<NewEvent> events) {

    /**
     * What becomes of the delivery in the queue.
     *
     * @param at when it is tried again, if it waits
     * @param tried the providers that are not to be tried now
     */
    public record Next(Place place, @Nullable Instant at, int failures, boolean repeat, List<String> tried) {

        static Next gone(ReadyDelivery delivery) {
            return new Next(Place.GONE, null, delivery.failures(), delivery.repeat(), List.of());
        }

        /** As ready as it was. */
        static Next unchanged(ReadyDelivery delivery) {
            return elsewhere(delivery, delivery.route().tried());
        }

        /** Ready for another provider. */
        static Next elsewhere(ReadyDelivery delivery, List<String> tried) {
            return new Next(Place.READY, null, delivery.failures(), delivery.repeat(), tried);
        }
    }

    /** Where the delivery is from now on. */
    public enum Place {
        /** Still in the queue: ready for another attempt. */
        READY,
        /** Waiting for another attempt. */
        WAITING,
        /** Not here any more: its attempts have come to an end. */
        GONE
    }

    /** Why it ended like this; null if that needs no reason. */
    public @Nullable Reason reason() {
        return events.get(events.size() - 1).reason();
    }

    public boolean isLast() {
        return next.place() == Place.GONE;
    }
}
