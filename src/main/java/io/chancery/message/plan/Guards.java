package io.chancery.message.plan;

import io.chancery.consent.ConsentDecision;
import io.chancery.consent.Consents;
import io.chancery.dispatch.Dispatcher;
import io.chancery.message.store.MessageEntity;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.Reason;
import io.chancery.vocabulary.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The questions that are asked of every delivery right before it is rendered, in this order; the first «no» decides. */
@ApplicationScoped
public class Guards {

    private final Dispatcher dispatcher;
    private final Consents consents;
    private final Clock clock;

    Guards(Dispatcher dispatcher, Consents consents, Clock clock) {
        this.dispatcher = dispatcher;
        this.consents = consents;
        this.clock = clock;
    }

    /** What stops a delivery: the event to record, with its reason. */
    public record Stop(EventKind kind, Reason reason) {}

    /** What the guards say of one delivery: stopped, or free to go on with what they found. */
    public record Verdict(Optional<Stop> stop, Map<String, String> findings) {

        private static Verdict stopped(EventKind kind, Reason reason) {
            return new Verdict(Optional.of(new Stop(kind, reason)), Map.of());
        }
    }

    public Verdict examine(MessageEntity message, Channel channel, Recipient recipient) {
        if (message.expiresAt != null && !message.expiresAt.isAfter(clock.instant())) {
            return Verdict.stopped(EventKind.EXPIRED, Reason.EXPIRED);
        }
        if (!dispatcher.channels().contains(channel)) {
            return Verdict.stopped(EventKind.FAILED, Reason.NO_ADAPTER);
        }
        var decision = consents.decide(message.customerId, channel, MessageClass.of(message.messageClass));
        if (decision instanceof ConsentDecision.Refused refused) {
            return Verdict.stopped(EventKind.SKIPPED, refused.reason());
        }
        if (!recipient.reachableBy(channel)) {
            return Verdict.stopped(EventKind.SKIPPED, Reason.NO_CONTACT_POINT);
        }
        var evidence = ((ConsentDecision.Allowed) decision).evidence();
        return new Verdict(Optional.empty(), Map.of("consent", evidence, "contact-point", "present"));
    }
}
