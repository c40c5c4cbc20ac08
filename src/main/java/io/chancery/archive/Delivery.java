package io.chancery.archive;

import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.DeliveryStatus;
import java.util.UUID;

/** A delivery on record, and where it stands. */
public record Delivery(UUID id, UUID messageId, Channel channel, DeliveryStatus status) {}
