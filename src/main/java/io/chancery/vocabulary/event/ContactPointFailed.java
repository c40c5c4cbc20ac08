package io.chancery.vocabulary.event;

import io.chancery.vocabulary.Channel;
import java.time.Instant;
import java.util.UUID;

/**
 * A delivery has shown that the address or number it went to is none: nobody is reached there. Fired in the transaction
 * that puts the delivery's end on record.
 *
 * @param customerId as the message has it; the customer may have been merged since
 * @param contactPoint an address for mail, a number in E.164, or {@link io.chancery.vocabulary.PostalAddress#line()}
 */
public record ContactPointFailed(UUID customerId, Channel channel, String contactPoint, Instant at) {}
