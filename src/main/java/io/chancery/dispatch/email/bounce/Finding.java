package io.chancery.dispatch.email.bounce;

import java.util.UUID;

/** What a mail in the bounce mailbox says. */
sealed interface Finding {

    /**
     * A delivery has come to its end.
     *
     * @param fate any but {@link Fate#OPEN}
     * @param code of RFC 3463, or a word of ours
     */
    record Bounce(UUID deliveryId, Fate fate, String code) implements Finding {}

    /** Whoever got the mail calls it spam. */
    record Complaint(UUID deliveryId) implements Finding {}

    /** Nothing follows from it: a reply by a machine, a delay, what is no complaint. */
    record Nothing() implements Finding {}

    /** A person has to look at it. */
    record NotUnderstood() implements Finding {}

    /** It speaks of a delivery of ours, or pretends to, but does not prove that it has seen the mail. */
    record Unsigned() implements Finding {}
}
