package io.chancery.dispatch;

import io.chancery.platform.work.Priority;
import io.chancery.vocabulary.Channel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery whose rendition is in the archive and that is to be handed to a provider.
 *
 * @param shard of its customer, so that deliveries of one customer and channel are begun in order
 * @param priority which deliveries go before it
 * @param resendWhenUncertain whether an attempt of unknown result is made again, marked as a repeat
 * @param destination where so many deliveries a second may go at most; null if that does not matter
 */
public record QueuedDelivery(
        UUID deliveryId,
        Channel channel,
        int shard,
        Priority priority,
        boolean resendWhenUncertain,
        @Nullable String destination) {}
