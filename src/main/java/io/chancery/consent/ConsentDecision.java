package io.chancery.consent;

import io.chancery.vocabulary.Reason;

/** Whether a customer may be written to, and why. */
public sealed interface ConsentDecision {

    /**
     * Yes.
     *
     * @param evidence the declaration, or the rule by which none is needed, in words
     */
    record Allowed(String evidence) implements ConsentDecision {}

    /** No. */
    record Refused(Reason reason) implements ConsentDecision {}
}
