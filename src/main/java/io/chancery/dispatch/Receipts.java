package io.chancery.dispatch;

import java.time.Instant;

/** Where adapters report what a provider says later. Injected into adapters; implemented by the dispatcher. */
public interface Receipts {

    /** What a code begins with if the provider says that the address or number is none: nobody is reached there. */
    String NOBODY_THERE = "nobody-there";

    /**
     * Records a receipt. May come twice, out of order, and before the attempt it belongs to has been completed. When it
     * returns, the receipt is stored; if it throws, it is not, and the provider should be asked to repeat it.
     *
     * @param reference the id that {@link DeliveryOutcome.Accepted} gave, or one part of it
     * @param delivered whether the provider says that it arrived; otherwise it came back for good
     * @param code the provider's own word, after {@link #NOBODY_THERE} where it means that
     */
    void record(String reference, boolean delivered, String code, Instant at);

    /** The same for a provider that made its references itself, so that another one may have the same. */
    default Receipts of(String provider) {
        return this;
    }
}
