package io.chancery.dispatch;

import io.chancery.vocabulary.DeliveryStatus;
import io.chancery.vocabulary.Reason;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery whose attempts have come to an end, or of which a provider has reported something.
 *
 * @param reason of what happened last; null if that needs none
 */
public record SettledDelivery(
        UUID deliveryId, DeliveryStatus status, @Nullable Reason reason) {

    /** What needs no reason. */
    public SettledDelivery(UUID deliveryId, DeliveryStatus status) {
        this(deliveryId, status, null);
    }
}
