package io.chancery.archive;

import io.chancery.vocabulary.Channel;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that is about to be put on record.
 *
 * @param customerId of who reads it
 * @param copyId of which copy of the message; null for the message itself
 * @param detail of the event that it was accepted
 */
public record NewDelivery(
        UUID id, UUID customerId, UUID messageId, @Nullable UUID copyId, Channel channel, Map<String, String> detail) {}
