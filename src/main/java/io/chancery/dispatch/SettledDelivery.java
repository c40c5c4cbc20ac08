package io.chancery.dispatch;

import io.chancery.vocabulary.DeliveryStatus;
import java.util.UUID;

/** A delivery whose attempts have come to an end, or of which a provider has reported something. */
public record SettledDelivery(UUID deliveryId, DeliveryStatus status) {}
