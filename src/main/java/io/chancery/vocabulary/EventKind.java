package io.chancery.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The facts that can be recorded about a delivery, in the order of a delivery's life, each with the status it leads to. */
public enum EventKind {
    ACCEPTED(DeliveryStatus.ACCEPTED),
    HELD(DeliveryStatus.HELD),
    /** A person has let it go on. */
    RELEASED(DeliveryStatus.ACCEPTED),
    RENDERED(DeliveryStatus.RENDERED),
    QUEUED(DeliveryStatus.QUEUED),
    /** An attempt is about to be made; on record before the provider hears of it. */
    ATTEMPTED(DeliveryStatus.SENDING),
    /** The provider could not take it now; it will be tried again. */
    DEFERRED(DeliveryStatus.QUEUED),
    /** An attempt whose result nobody knows will be made again, and may reach the customer twice. */
    REPEATED(DeliveryStatus.QUEUED),
    UNCERTAIN(DeliveryStatus.UNCERTAIN),
    SENT(DeliveryStatus.SENT),
    SKIPPED(DeliveryStatus.SKIPPED),
    CANCELLED(DeliveryStatus.CANCELLED),
    EXPIRED(DeliveryStatus.EXPIRED),
    FAILED(DeliveryStatus.FAILED),
    DELIVERED(DeliveryStatus.DELIVERED),
    RETURNED(DeliveryStatus.RETURNED),
    /** Its time is over without a word that it arrived. What a receipt says counts more, also later. */
    UNCONFIRMED(DeliveryStatus.FAILED),
    /** Somebody, or a program, has opened what the message's link leads to. It says nothing of the delivery itself. */
    OPENED(null),
    /** Whoever got it called it spam. So it has arrived, but that is for receipts to say. */
    COMPLAINED(null);

    private final @Nullable DeliveryStatus leadsTo;

    EventKind(@Nullable DeliveryStatus leadsTo) {
        this.leadsTo = leadsTo;
    }

    /**
     * The status after this event. Receipts outrank what we know ourselves, so a late «sent» never takes back a
     * «delivered», and once a delivery is final only a receipt moves it, or that there was none in time.
     */
    public DeliveryStatus after(DeliveryStatus current) {
        return leadsTo != null && (!current.isFinal() || outranks(current)) ? leadsTo : current;
    }

    private boolean outranks(DeliveryStatus last) {
        return switch (this) {
            case DELIVERED, RETURNED -> true;
            case UNCONFIRMED -> last == DeliveryStatus.SENT;
            default -> false;
        };
    }

    /** Whether it says where a delivery stands. */
    public boolean isStep() {
        return leadsTo != null;
    }

    /** The wire form, lower case. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static EventKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
