package io.chancery.message.plan;

import io.chancery.archive.Archive;
import io.chancery.archive.Delivery;
import io.chancery.archive.NewEvent;
import io.chancery.dispatch.Dispatcher;
import io.chancery.message.store.MessageEntity;
import io.chancery.vocabulary.DeliveryStatus;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** What becomes of a delivery whose time is over. */
@ApplicationScoped
class Overdue {

    private final Withdrawals withdrawals;
    private final Fallback fallback;
    private final FollowUp followUp;
    private final Dispatcher dispatcher;
    private final Archive archive;

    Overdue(Withdrawals withdrawals, Fallback fallback, FollowUp followUp, Dispatcher dispatcher, Archive archive) {
        this.withdrawals = withdrawals;
        this.fallback = fallback;
        this.followUp = followUp;
        this.dispatcher = dispatcher;
        this.archive = archive;
    }

    /**
     * Ends what must not go out any more, however it waits.
     *
     * @return whether an attempt is under way
     */
    boolean expire(MessageEntity message, Delivery delivery) {
        return isWaiting(delivery) && !isWithdrawn(message, delivery, EventKind.EXPIRED, Reason.EXPIRED);
    }

    /**
     * Lets the next channel of the plan follow; where there is none, the delivery has all the time it needs.
     *
     * @return whether an attempt is under way
     */
    boolean giveWay(MessageEntity message, Delivery delivery) {
        if (!fallback.hasNext(message, delivery)) {
            return false;
        }
        if (isWaiting(delivery)) {
            return !isWithdrawn(message, delivery, EventKind.FAILED, Reason.TIMED_OUT);
        }
        if (isAwaited(delivery)) {
            archive.record(
                    List.of(NewEvent.because(delivery.id(), EventKind.UNCONFIRMED, Reason.NOT_CONFIRMED, Map.of())));
            followUp.follow(List.of(delivery.id()));
        }
        return false;
    }

    private static boolean isWaiting(Delivery delivery) {
        return !delivery.status().isFinal() && delivery.status() != DeliveryStatus.UNCERTAIN;
    }

    /** Whether all that is missing is a word that it arrived. */
    private boolean isAwaited(Delivery delivery) {
        return delivery.status() == DeliveryStatus.UNCERTAIN
                || (delivery.status() == DeliveryStatus.SENT && dispatcher.confirms(delivery.channel()));
    }

    private boolean isWithdrawn(MessageEntity message, Delivery delivery, EventKind as, Reason reason) {
        return !withdrawals.withdraw(message, List.of(delivery), as, reason).isEmpty();
    }
}
