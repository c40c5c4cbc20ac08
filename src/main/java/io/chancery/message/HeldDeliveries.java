package io.chancery.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deliveries that wait for a person, what may be decided on them, and what operators have stopped. */
public interface HeldDeliveries {

    /** What may be decided on a delivery that is held. */
    enum Decision {
        /** It goes on where it was. */
        RELEASE,
        /** It is called off. */
        CANCEL,
        /** Somebody has learned that the provider has taken it over. */
        CONFIRM
    }

    /** Which are meant; null for whatever it is. */
    record Which(
            @Nullable String reason,
            @Nullable String template,
            @Nullable String channel) {}

    /**
     * A delivery that waits for a person.
     *
     * @param sentence why, for a clerk
     * @param stop the order that holds it, if one does
     * @param expiresAt when it is given up
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            UUID delivery,
            UUID message,
            Channel channel,
            Reason reason,
            String sentence,
            @Nullable UUID stop,
            Instant since,
            Instant expiresAt) {}

    /**
     * An order to let nothing of a template out.
     *
     * @param channel null for all
     * @param note why, in the operator's words
     * @param stoppedBy name of the client
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StopOrder(
            UUID id, String template, @Nullable String channel, String note, String stoppedBy, Instant stoppedAt) {

        /** Whether it stops this template on this channel. */
        public boolean stops(String other, Channel on) {
            return template.equals(other) && (channel == null || channel.equals(on.name()));
        }
    }

    /**
     * Those that are held, in the order of their ids.
     *
     * @param after the last of the page before; null for the first
     * @param language of the sentences, ISO 639-1
     */
    List<View> list(Which which, @Nullable UUID after, int limit, String language);

    /** How many wait for which reason; more than {@link #MOST_COUNTED} are not counted. */
    Map<Reason, Long> counts();

    /** Whoever has so many before them needs no exact number. */
    int MOST_COUNTED = 20_000;

    /**
     * Decides on deliveries.
     *
     * @param order as {@code POST /holds/release} takes it
     * @return how many it has reached
     */
    int decide(Decision decision, JsonNode order, String by);

    /** The stops in force, oldest first. */
    List<StopOrder> stops();

    /** @param order as {@code POST /stops} takes it */
    StopOrder stop(JsonNode order, String by);

    /** Lifts a stop, and returns how many deliveries go on. */
    int lift(UUID stop, String by);
}
