package io.chancery.message.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.DeliveryStatus;
import io.chancery.vocabulary.Reason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One delivery in a list.
 *
 * @param at when it was accepted
 * @param message what it belongs to
 * @param ucid of who reads it, as it was when the message was accepted
 * @param reason of the last event that had one
 * @param document what was kept; null if nothing was rendered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ArchiveItem(
        UUID id,
        Instant at,
        Message message,
        String ucid,
        Channel channel,
        DeliveryStatus status,
        @Nullable Reason reason,
        @Nullable Document document) {

    /** What was asked for. */
    record Message(
            UUID id,
            String reference,
            String template,
            int version,
            @JsonProperty("class") String messageClass,
            String purpose) {}

    /** What was kept of what was sent. */
    record Document(String mediaType, int size) {}
}
