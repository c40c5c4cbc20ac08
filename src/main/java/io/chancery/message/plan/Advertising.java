package io.chancery.message.plan;

import io.chancery.consent.ConsentDecision;
import io.chancery.consent.ConsentQuestion;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.Purpose;
import io.chancery.vocabulary.Reason;
import io.chancery.vocabulary.Recipient;
import java.time.Instant;

/**
 * Whether what a transactional message promotes goes along on one channel.
 *
 * @param why in words for a clerk
 */
public record Advertising(boolean shown, String why) {

    /**
     * By the rules for a message that is nothing but advertising (UWG § 7). What such a message would wait for, this one goes
     * without, for it does not wait.
     */
    static Advertising of(Attitude attitude, Channel channel, Recipient recipient, Instant now) {
        var question = ConsentQuestion.of(channel, MessageClass.MARKETING, Purpose.PROMOTE, recipient);
        var decision = attitude.standing().decide(question);
        if (decision instanceof ConsentDecision.Refused refused) {
            return dropped(refused.reason());
        }
        if (attitude.suppression(channel, true).isPresent()) {
            return dropped(Reason.SUPPRESSED);
        }
        return attitude.preferences().quietUntil(channel, now).isPresent()
                ? dropped(Reason.QUIET_HOURS)
                : new Advertising(true, ((ConsentDecision.Allowed) decision).evidence());
    }

    private static Advertising dropped(Reason reason) {
        return new Advertising(false, reason.code() + ": " + reason.sentence("en"));
    }

    /** On one line. */
    @Override
    public String toString() {
        return (shown ? "shown, " : "dropped, ") + why;
    }
}
