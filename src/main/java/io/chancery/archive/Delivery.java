package io.chancery.archive;

import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.DeliveryStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery on record, and where it stands.
 *
 * @param customerId of who reads it
 * @param copyId of which copy of the message; null for the message itself
 */
public record Delivery(
        UUID id, UUID customerId, UUID messageId, @Nullable UUID copyId, Channel channel, DeliveryStatus status) {

    /** What it carries to its reader: a copy, or else the message itself. Each has its own channels. */
    public UUID partId() {
        return copyId == null ? messageId : copyId;
    }
}
