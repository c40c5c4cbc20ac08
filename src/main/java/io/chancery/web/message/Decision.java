package io.chancery.web.message;

import io.chancery.archive.Event;
import io.chancery.message.MessageView.DeliveryView;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on one delivery, and why: the answer of each guard, as the events say it.
 *
 * @param at when it was decided last; null if that is still to come
 * @param findings what the guards found, such as the evidence of a consent
 */
record Decision(
        DeliveryView delivery,
        List<Answer> answers,
        @Nullable Instant at,
        Map<String, String> findings) {

    /** What a guard says. */
    enum Verdict {
        PASS,
        SKIP,
        HOLD,
        FAIL,
        NOT_ASKED
    }

    /** The answer of one guard; the reason is null if it lets the delivery pass. */
    record Answer(Guard guard, Verdict verdict, @Nullable Reason reason) {}

    static Decision of(DeliveryView delivery, MessageClass messageClass, List<Event> events) {
        var deciding = events.stream()
                .filter(event -> event.deliveryId().equals(delivery.id()))
                .filter(event -> event.kind() == EventKind.RENDERED || isStop(event))
                .reduce((earlier, later) -> later);
        var reason = deciding.map(Event::reason).orElse(null);
        var stop = deciding.map(Event::kind).map(Decision::verdict).orElse(Verdict.NOT_ASKED);
        return new Decision(
                delivery,
                answers(asked(messageClass), deciding.isPresent(), stop, reason),
                deciding.map(Event::at).orElse(null),
                deciding.map(Event::detail).orElse(Map.of()));
    }

    /** The guards that are asked of such a message, in their order. */
    private static List<Guard> asked(MessageClass messageClass) {
        return Stream.of(Guard.values())
                .filter(guard -> !guard.isForAdvertising() || messageClass == MessageClass.MARKETING)
                .toList();
    }

    private static List<Answer> answers(List<Guard> guards, boolean decided, Verdict stop, @Nullable Reason reason) {
        var answers = new ArrayList<Answer>();
        boolean open = decided;
        for (var guard : guards) {
            if (open && reason != null && guard.stopsFor(reason)) {
                answers.add(new Answer(guard, stop, reason));
                open = false;
            } else {
                answers.add(new Answer(guard, open ? Verdict.PASS : Verdict.NOT_ASKED, null));
            }
        }
        return answers;
    }

    /** Whether a guard has said it, and not a provider. */
    private static boolean isStop(Event event) {
        var reason = event.reason();
        if (reason == null || event.attempt() > 0) {
            return false;
        }
        for (var guard : Guard.values()) {
            if (guard.stopsFor(reason)) {
                return true;
            }
        }
        return false;
    }

    private static Verdict verdict(EventKind kind) {
        return switch (kind) {
            case HELD -> Verdict.HOLD;
            case SKIPPED -> Verdict.SKIP;
            default -> Verdict.FAIL;
        };
    }
}
