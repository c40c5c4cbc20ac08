package io.chancery.dispatch.outcome;

import io.chancery.platform.work.QueueScan;
import java.util.UUID;

/**
 * A delivery as the queue has it.
 *
 * @param attempts how many attempts have ended
 * @param failures how often it has waited because no provider could take it
 * @param resend whether an attempt of unknown result is made again
 * @param repeat whether that has happened, so that the provider may have it already
 */
public record ReadyDelivery(
        UUID deliveryId,
        int shard,
        int priority,
        int attempts,
        int failures,
        boolean resend,
        boolean repeat,
        Route route)
        implements QueueScan.Row {

    /** The number of its next attempt. */
    public int number() {
        return attempts + 1;
    }
}
