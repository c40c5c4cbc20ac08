package io.chancery.archive;

import io.chancery.vocabulary.Channel;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What exports are told by the feature that knows what messages are: which deliveries are meant, and what they were. */
public interface DeliverySelection {

    /**
     * What is asked for: one message, or what a period has.
     *
     * @param from first day or instant of the period; null for a message
     * @param to last day, or instant after it
     * @param query as one is typed into the search; empty for all
     * @param test whether of messages that were only tried
     */
    record Scope(
            @Nullable UUID messageId,
            @Nullable String from,
            @Nullable String to,
            String query,
            boolean test) {}

    /**
     * Some of the deliveries.
     *
     * @param next where the others begin; null if there are none
     */
    record Page(List<UUID> ids, @Nullable UUID next) {}

    /**
     * What a delivery was.
     *
     * @param ucid of who reads it
     */
    record About(
            UUID message,
            String reference,
            String template,
            int version,
            String messageClass,
            String purpose,
            String ucid,
            Channel channel) {}

    /** @throws io.chancery.platform.ProblemException if there is no such message, or it cannot be searched for that */
    void require(Scope scope);

    /**
     * The next deliveries that are meant, those of erased customers, too.
     *
     * @param after {@link Page#next} of the page before; null for the first
     */
    Page select(Scope scope, @Nullable UUID after);

    /**
     * A time.
     *
     * @param to its end, which does not belong to it; null if it goes on
     */
    record Period(Instant from, @Nullable Instant to) {}

    /** The period, if all that was accepted in it is meant: then what has been deleted since belongs to it, too. */
    Optional<Period> whole(Scope scope);

    /** By delivery; those that are gone are missing. */
    Map<UUID, About> about(Collection<UUID> deliveryIds);
}
