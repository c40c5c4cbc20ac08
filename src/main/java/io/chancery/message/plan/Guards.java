package io.chancery.message.plan;

import io.chancery.consent.ConsentDecision;
import io.chancery.consent.ConsentQuestion;
import io.chancery.dispatch.Dispatcher;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.Purpose;
import io.chancery.vocabulary.Reason;
import io.chancery.vocabulary.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The questions that are asked of every delivery right before it is rendered, in this order; the first «no» decides. */
@ApplicationScoped
public class Guards {

    private final Dispatcher dispatcher;
    private final Clock clock;

    Guards(Dispatcher dispatcher, Clock clock) {
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    /**
     * What stops a delivery: the event to record, with its reason.
     *
     * @param until when it may be tried again; null for never
     * @param order the operator's, that holds it; null for another reason
     */
    public record Stop(
            EventKind kind,
            Reason reason,
            @Nullable Instant until,
            @Nullable UUID order) {

        public Stop(EventKind kind, Reason reason) {
            this(kind, reason, null, null);
        }
    }

    /** What the guards say of one delivery: stopped, or free to go on with what they found. */
    public record Verdict(Optional<Stop> stop, Map<String, String> findings) {

        private static Verdict stopped(EventKind kind, Reason reason) {
            return new Verdict(Optional.of(new Stop(kind, reason)), Map.of());
        }

        private static Verdict skipped(Reason reason, Map<String, String> findings) {
            return new Verdict(Optional.of(new Stop(EventKind.SKIPPED, reason)), findings);
        }

        private static Verdict held(Reason reason, Instant until) {
            return new Verdict(
                    Optional.of(new Stop(EventKind.HELD, reason, until, null)), Map.of("until", until.toString()));
        }
    }

    /**
     * What the guards look at.
     *
     * @param messageId null for a message that is only foreseen
     * @param purpose of the message's template
     * @param expiresAt null for never
     * @param attitude of the customer, as it is now
     * @param test whether it is only tried, and counts as nothing
     */
    public record Candidate(
            @Nullable UUID messageId,
            MessageClass messageClass,
            Purpose purpose,
            @Nullable Instant expiresAt,
            Channel channel,
            Recipient recipient,
            Attitude attitude,
            boolean test) {

        public boolean isMarketing() {
            return messageClass == MessageClass.MARKETING;
        }

        /** Whether it is advertising that a customer gets. */
        public boolean counts() {
            return isMarketing() && !test;
        }
    }

    public Verdict examine(Candidate candidate) {
        var channel = candidate.channel();
        if (candidate.expiresAt() != null && !candidate.expiresAt().isAfter(clock.instant())) {
            return Verdict.stopped(EventKind.EXPIRED, Reason.EXPIRED);
        }
        if (!dispatcher.channels().contains(channel)) {
            return Verdict.stopped(EventKind.FAILED, Reason.NO_ADAPTER);
        }
        var question =
                ConsentQuestion.of(channel, candidate.messageClass(), candidate.purpose(), candidate.recipient());
        var decision = candidate.attitude().standing().decide(question);
        if (decision instanceof ConsentDecision.Refused refused) {
            return Verdict.stopped(EventKind.SKIPPED, refused.reason());
        }
        if (!candidate.recipient().reachableBy(channel)) {
            return Verdict.stopped(EventKind.SKIPPED, Reason.NO_CONTACT_POINT);
        }
        var suppression = candidate.attitude().suppression(channel, candidate.isMarketing());
        if (suppression.isPresent()) {
            return Verdict.skipped(
                    Reason.SUPPRESSED, Map.of("suppression", suppression.get().inShort()));
        }
        return examineAdvertising(candidate, ((ConsentDecision.Allowed) decision).evidence());
    }

    private Verdict examineAdvertising(Candidate candidate, String evidence) {
        if (candidate.counts() && candidate.attitude().allotment().isUsedUp(candidate.messageId())) {
            return Verdict.stopped(EventKind.SKIPPED, Reason.FREQUENCY_CAP);
        }
        return quietUntil(candidate)
                .map(end -> Verdict.held(Reason.QUIET_HOURS, end))
                .orElseGet(
                        () -> new Verdict(Optional.empty(), Map.of("consent", evidence, "contact-point", "present")));
    }

    /** Whether what a transactional message promotes goes along. */
    public Advertising advertising(Candidate candidate) {
        return Advertising.of(candidate.attitude(), candidate.channel(), candidate.recipient(), clock.instant());
    }

    private Optional<Instant> quietUntil(Candidate candidate) {
        return candidate.isMarketing()
                ? candidate.attitude().preferences().quietUntil(candidate.channel(), clock.instant())
                : Optional.empty();
    }
}
