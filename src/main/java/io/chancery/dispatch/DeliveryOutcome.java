package io.chancery.dispatch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one attempt. */
public sealed interface DeliveryOutcome {

    /**
     * The provider took it over.
     *
     * @param reference the provider's own id, by which its receipts will name the delivery; may be empty, and may be
     *     several, parted by commas, each with a receipt of its own
     */
    record Accepted(String reference) implements DeliveryOutcome {}

    /**
     * Not now: worth another attempt. {@code code} is the provider's own.
     *
     * @param pause how long the provider wants to be spared, since it got too much at once; null if it did not say so
     */
    record Temporary(String code, String text, @Nullable Duration pause) implements DeliveryOutcome {

        /** The provider could not take this one. */
        public Temporary(String code, String text) {
            this(code, text, null);
        }
    }

    /**
     * Never: another attempt would be refused too. {@code code} is the provider's own.
     *
     * @param nobodyThere whether the provider says that the address or number is none, so that other messages would be
     *     refused as well
     */
    record Permanent(String code, String text, boolean nobodyThere) implements DeliveryOutcome {

        /** The delivery is refused, whatever the address is worth. */
        public Permanent(String code, String text) {
            this(code, text, false);
        }
    }

    /** The connection broke after the point of no return: the provider may have it, or may not. */
    record Uncertain(String text) implements DeliveryOutcome {}
}
