package io.chancery.archive;

import io.chancery.vocabulary.Channel;
import java.util.UUID;

/** A delivery that is about to be put on record. */
public record NewDelivery(UUID id, UUID messageId, Channel channel) {}
