package io.chancery.vocabulary.event;

import io.chancery.vocabulary.Channel;
import java.time.Instant;
import java.util.UUID;

/**
 * Whoever reads what goes to an address has called a delivery spam. Fired in the transaction that puts it on record.
 *
 * @param customerId as the message has it; the customer may have been merged since
 * @param contactPoint the address it went to
 */
public record SpamReported(UUID customerId, Channel channel, String contactPoint, UUID deliveryId, Instant at) {}
