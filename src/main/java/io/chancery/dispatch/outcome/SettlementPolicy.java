package io.chancery.dispatch.outcome;

import io.chancery.archive.NewEvent;
import io.chancery.dispatch.DeliveryOutcome;
import io.chancery.dispatch.DeliveryOutcome.Accepted;
import io.chancery.dispatch.DeliveryOutcome.Permanent;
import io.chancery.dispatch.DeliveryOutcome.Temporary;
import io.chancery.dispatch.DeliveryOutcome.Uncertain;
import io.chancery.dispatch.journal.Trace;
import io.chancery.dispatch.outcome.Settlement.Next;
import io.chancery.dispatch.outcome.Settlement.Place;
import io.chancery.dispatch.pace.Backoff;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides what an outcome means for a delivery: done, again, later, or never. */
public final class SettlementPolicy {

    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_REFERENCE = 4_000;

    private final int maxAttempts;
    private final Backoff backoff;
    private final Clock clock;

    public SettlementPolicy(int maxAttempts, Backoff backoff, Clock clock) {
        this.maxAttempts = maxAttempts;
        this.backoff = backoff;
        this.clock = clock;
    }

    /**
     * Who made an attempt.
     *
     * @param name of the provider
     * @param another whether there is another that could take the delivery now
     */
    public record Maker(String name, boolean another) {}

    /** An attempt came back from its provider. */
    public Settlement settle(ReadyDelivery delivery, DeliveryOutcome outcome, Maker maker) {
        if (outcome instanceof Accepted accepted) {
            return accepted(delivery, parts(accepted.reference()));
        }
        if (outcome instanceof Temporary temporary) {
            return temporary(delivery, temporary, maker);
        }
        if (outcome instanceof Permanent permanent) {
            var code = clean(permanent.code(), LONGEST_CODE);
            var reason = permanent.nobodyThere() ? Reason.CONTACT_POINT_BAD : Reason.REFUSED;
            return failed(delivery, code, clean(permanent.text(), LONGEST_TEXT), reason);
        }
        return uncertain(delivery, clean(((Uncertain) outcome).text(), LONGEST_TEXT), true);
    }

    /** An attempt was on record but has not been made: the delivery is as ready as before. */
    public Settlement notMade(ReadyDelivery delivery) {
        var event = event(delivery, EventKind.DEFERRED, null, Map.of("code", "not-made"));
        return new Settlement(delivery, "not-made", "", "", "", Next.unchanged(delivery), List.of(event));
    }

    /** An attempt has nothing to send. */
    public Settlement withoutRendition(ReadyDelivery delivery) {
        return failed(delivery, "no-rendition", "", Reason.NOT_RENDERABLE);
    }

    /** An attempt was open when its process died, and the journal has this to say. */
    public Settlement recovered(ReadyDelivery delivery, Trace trace) {
        return switch (trace.stage()) {
            case SENT -> accepted(delivery, parts(trace.reference()));
            case INTENT -> uncertain(delivery, "interrupted", false);
            case DECLINED, NOT_REACHED -> notMade(delivery);
        };
    }

    /** An attempt was open when another node lost the shard; its journal is out of reach. */
    public Settlement abandoned(ReadyDelivery delivery) {
        return uncertain(delivery, "node lost", false);
    }

    private static Settlement accepted(ReadyDelivery delivery, String reference) {
        var detail = reference.isEmpty() ? Map.<String, String>of() : Map.of("reference", reference);
        var event = event(delivery, EventKind.SENT, null, detail);
        return new Settlement(delivery, "accepted", reference, "", "", Next.gone(delivery), List.of(event));
    }

    private static Settlement failed(ReadyDelivery delivery, String code, String text, Reason reason) {
        var event = event(delivery, EventKind.FAILED, reason, Map.of("code", code));
        return new Settlement(delivery, "permanent", "", code, text, Next.gone(delivery), List.of(event));
    }

    /** Another provider is tried at once; only when all have been, the delivery waits, and that counts. */
    private Settlement temporary(ReadyDelivery delivery, Temporary outcome, Maker maker) {
        var code = clean(outcome.code(), LONGEST_CODE);
        var text = clean(outcome.text(), LONGEST_TEXT);
        var pause = outcome.pause();
        if (!maker.another() && pause == null && isExhausted(delivery)) {
            var event = event(delivery, EventKind.FAILED, Reason.RETRIES_EXHAUSTED, Map.of("code", code));
            return new Settlement(delivery, "temporary", "", code, text, Next.gone(delivery), List.of(event));
        }
        Next next;
        if (maker.another()) {
            next = Next.elsewhere(delivery, delivery.route().triedWith(maker.name()));
        } else {
            next = pause == null ? later(delivery, delivery.repeat()) : after(delivery, pause);
        }
        var detail = next.at() == null
                ? Map.of("code", code)
                : Map.of("code", code, "next", next.at().toString());
        var event = event(delivery, EventKind.DEFERRED, null, detail);
        return new Settlement(delivery, "temporary", "", code, text, next, List.of(event));
    }

    /** Nobody can know: the delivery's own policy decides whether it goes out again, marked, or waits for a person. */
    private Settlement uncertain(ReadyDelivery delivery, String text, boolean wait) {
        var uncertain = event(delivery, EventKind.UNCERTAIN, Reason.HANDOVER_UNKNOWN, Map.of());
        if (!delivery.resend()) {
            return new Settlement(delivery, "uncertain", "", "", text, Next.gone(delivery), List.of(uncertain));
        }
        if (isExhausted(delivery)) {
            var failed = event(delivery, EventKind.FAILED, Reason.HANDOVER_UNKNOWN, Map.of());
            return new Settlement(delivery, "uncertain", "", "", text, Next.gone(delivery), List.of(uncertain, failed));
        }
        var next = wait ? later(delivery, true) : new Next(Place.READY, null, delivery.failures() + 1, true, List.of());
        var detail = next.at() == null ? Map.<String, String>of() : Map.of("next", String.valueOf(next.at()));
        var repeated = event(delivery, EventKind.REPEATED, Reason.HANDOVER_UNKNOWN, detail);
        return new Settlement(delivery, "uncertain", "", "", text, next, List.of(uncertain, repeated));
    }

    private boolean isExhausted(ReadyDelivery delivery) {
        return delivery.failures() + 1 >= maxAttempts;
    }

    private Next later(ReadyDelivery delivery, boolean repeat) {
        int failures = delivery.failures() + 1;
        Instant at = clock.instant().plus(backoff.after(failures));
        return new Next(Place.WAITING, at, failures, repeat, List.of());
    }

    /** The provider asked for a pause, which says nothing of the delivery, so it is not counted. */
    private Next after(ReadyDelivery delivery, Duration pause) {
        var at = clock.instant().plus(backoff.jittered(pause));
        return new Next(Place.WAITING, at, delivery.failures(), delivery.repeat(), List.of());
    }

    private static NewEvent event(
            ReadyDelivery delivery, EventKind kind, @Nullable Reason reason, Map<String, String> detail) {
        return new NewEvent(delivery.deliveryId(), kind, delivery.number(), reason, detail);
    }

    /** The parts of a reference, each once. */
    private static String parts(String reference) {
        return Stream.of(clean(reference, LONGEST_REFERENCE).split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining(","));
    }

    /** A provider may say anything; the database takes no NUL, and a page no novel. */
    private static String clean(String said, int longest) {
        var plain = said.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.length() <= longest ? plain : plain.substring(0, longest);
    }
}
