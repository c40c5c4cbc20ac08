package io.chancery.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a delivery stands. Derived from its events, never set by hand. */
public enum DeliveryStatus {
    ACCEPTED,
    RENDERED,
    QUEUED,
    SENDING,
    SENT,
    DELIVERED,
    HELD,
    SKIPPED,
    UNCERTAIN,
    CANCELLED,
    EXPIRED,
    FAILED,
    RETURNED;

    private static final Set<DeliveryStatus> FINAL =
            EnumSet.of(SENT, DELIVERED, SKIPPED, CANCELLED, EXPIRED, FAILED, RETURNED);

    /** Whether we owe this delivery nothing more. A receipt may still move {@code sent} on. */
    public boolean isFinal() {
        return FINAL.contains(this);
    }

    /** Whether the provider took it over and nobody has said that it failed. */
    public boolean isSuccess() {
        return this == SENT || this == DELIVERED;
    }

    /** Whether somebody, or a date, has called it off: no other channel takes over then. */
    public boolean isWithdrawn() {
        return this == CANCELLED || this == EXPIRED;
    }

    /** Whether somebody who waits for it wants to hear: it has come to an end, is stopped, or nobody knows. */
    public boolean isWorthTelling() {
        return isFinal() || this == HELD || this == UNCERTAIN;
    }

    /** The wire form, lower case. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static DeliveryStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
