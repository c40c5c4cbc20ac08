package io.chancery.message.hold;

import io.chancery.archive.Delivery;
import io.chancery.message.plan.Fallback;
import io.chancery.message.store.MessageEntity;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;

/** Which deliveries wait for a person who can mend the cause, where they would otherwise end unsent. */
@ApplicationScoped
public class HoldRule {

    /** A person can mend these. What the customer or the law forbids is no matter of mending. */
    private static final Set<Reason> MENDABLE = EnumSet.of(
            Reason.NO_CONTACT_POINT,
            Reason.NOT_RENDERABLE,
            Reason.SUPPRESSED,
            Reason.NO_ADAPTER,
            Reason.CONTACT_POINT_BAD);

    private final Set<Reason> reasons;
    private final Fallback fallback;

    /** @throws IllegalArgumentException if a reason is set that nothing is held for */
    HoldRule(HoldConfig config, Fallback fallback) {
        this.reasons = config.reasons().orElse(Set.of());
        this.fallback = fallback;
        if (!MENDABLE.containsAll(reasons)) {
            throw new IllegalArgumentException("chancery.hold.reasons can have "
                    + MENDABLE.stream().map(Reason::code).toList() + " and no others");
        }
    }

    /** Whether a delivery that is about to end for this reason is held instead: the last channel of a transactional message. */
    public boolean holds(MessageEntity message, Delivery delivery, Reason reason) {
        return reasons.contains(reason)
                && MessageClass.of(message.messageClass) == MessageClass.TRANSACTIONAL
                && !fallback.hasNext(message, delivery);
    }
}
