package io.chancery.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Locale;

/** Where a message stands, derived from its deliveries. */
public enum MessageStatus {
    ACCEPTED,
    IN_PROGRESS,
    DELIVERED,
    FAILED,
    CANCELLED;

    /**
     * One success makes the message delivered; open deliveries keep it in progress; if all were skipped, cancelled or
     * expired it counts as cancelled, because nothing was to be sent; anything else has failed.
     */
    public static MessageStatus of(Collection<DeliveryStatus> deliveries) {
        if (deliveries.stream().allMatch(DeliveryStatus.ACCEPTED::equals)) {
            return ACCEPTED;
        }
        if (!deliveries.stream().allMatch(DeliveryStatus::isFinal)) {
            return IN_PROGRESS;
        }
        if (deliveries.stream().anyMatch(DeliveryStatus::isSuccess)) {
            return DELIVERED;
        }
        return deliveries.stream().anyMatch(MessageStatus::isFailure) ? FAILED : CANCELLED;
    }

    private static boolean isFailure(DeliveryStatus status) {
        return status == DeliveryStatus.FAILED || status == DeliveryStatus.RETURNED;
    }

    /** Whether nothing more will happen by itself. */
    public boolean isFinal() {
        return this == DELIVERED || this == FAILED || this == CANCELLED;
    }

    /** The wire form: lower case, with hyphens. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static MessageStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
