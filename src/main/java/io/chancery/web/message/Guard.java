package io.chancery.web.message;

import io.chancery.vocabulary.Reason;
import java.util.EnumSet;
import java.util.Set;

/** The questions that are asked of each delivery before it is rendered, in their order, and what each may stop it for. */
public enum Guard {
    STOP(Reason.STOPPED),
    DEADLINE(Reason.EXPIRED),
    PROVIDER(Reason.NO_ADAPTER),
    CUSTOMER(Reason.DECEASED, Reason.RESTRICTED),
    CONSENT(
            Reason.OBJECTED,
            Reason.CONSENT_MISSING,
            Reason.CONSENT_UNCONFIRMED,
            Reason.CONSENT_WITHDRAWN,
            Reason.CONSENT_DENIED,
            Reason.CONSENT_FOR_OTHER_ADDRESS,
            Reason.SERVICE_DECLINED),
    CONTACT_POINT(Reason.NO_CONTACT_POINT, Reason.CONTACT_POINT_BAD),
    SUPPRESSION(Reason.SUPPRESSED),
    FREQUENCY_CAP(Reason.FREQUENCY_CAP),
    QUIET_HOURS(Reason.QUIET_HOURS);

    private static final Set<Guard> FOR_ADVERTISING = EnumSet.of(FREQUENCY_CAP, QUIET_HOURS);

    private final Set<Reason> reasons;

    Guard(Reason first, Reason... others) {
        this.reasons = EnumSet.of(first, others);
    }

    boolean stopsFor(Reason reason) {
        return reasons.contains(reason);
    }

    /** Whether it is asked only of advertising. */
    boolean isForAdvertising() {
        return FOR_ADVERTISING.contains(this);
    }
}
