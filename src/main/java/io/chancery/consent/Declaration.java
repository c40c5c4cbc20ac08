package io.chancery.consent;

import io.chancery.vocabulary.ConsentDeclared;
import io.chancery.vocabulary.ConsentDeclared.Status;
import io.chancery.vocabulary.Reason;
import java.time.Instant;

/** The declaration that counts: the latest of a customer on one channel. */
record Declaration(ConsentDeclared.Status status, Instant at, String source, String evidence) {

    /** For electronic channels: only what was confirmed is consent (UWG § 7, double opt-in). */
    ConsentDecision asOptIn() {
        return switch (status) {
            case CONFIRMED -> allowed();
            case PENDING -> new ConsentDecision.Refused(Reason.CONSENT_UNCONFIRMED);
            case UNSUBSCRIBED -> new ConsentDecision.Refused(Reason.CONSENT_WITHDRAWN);
        };
    }

    /** For print: what was not withdrawn is allowed. */
    ConsentDecision asOptOut() {
        return status == Status.UNSUBSCRIBED ? new ConsentDecision.Refused(Reason.CONSENT_WITHDRAWN) : allowed();
    }

    private ConsentDecision allowed() {
        return new ConsentDecision.Allowed(status.code() + " at " + at + " by " + source + ": " + evidence);
    }
}
