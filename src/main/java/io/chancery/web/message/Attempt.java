package io.chancery.web.message;

import io.chancery.archive.Event;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.EventKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One hand-over to a provider, and what came of it.
 *
 * @param begun the event that was on record before the provider heard of it
 * @param answer what the provider said; null while it has not
 * @param receipts what it said later
 */
record Attempt(Event begun, @Nullable Event answer, List<Event> receipts) {

    static List<Attempt> of(List<Event> events) {
        return events.stream()
                .filter(event -> event.kind() == EventKind.ATTEMPTED)
                .map(begun -> of(begun, events))
                .toList();
    }

    private static Attempt of(Event begun, List<Event> events) {
        Event answer = null;
        var receipts = new ArrayList<Event>();
        for (var event : events) {
            if (event.deliveryId().equals(begun.deliveryId()) && event.attempt() == begun.attempt()) {
                switch (event.kind()) {
                    case SENT, DEFERRED, REPEATED, UNCERTAIN, FAILED -> answer = answer == null ? event : answer;
                    case DELIVERED, RETURNED, COMPLAINED -> receipts.add(event);
                    default -> {}
                }
            }
        }
        return new Attempt(begun, answer, receipts);
    }

    public Channel channel() {
        return begun.channel();
    }

    /** The provider that was asked; empty if that is not on record. */
    public String provider() {
        return begun.detail().getOrDefault("provider", "");
    }

    /** Whether it was a repeat that the customer may get twice. */
    public boolean isRepeat() {
        return begun.detail().containsKey("repeat");
    }

    /** How long the provider took, in milliseconds; null while it has not answered. */
    public @Nullable Long milliseconds() {
        return answer == null ? null : Duration.between(begun.at(), answer.at()).toMillis();
    }

    /** What the provider calls it, or its code for what was wrong; empty if it said neither. */
    public String words() {
        if (answer == null) {
            return "";
        }
        return answer.detail().getOrDefault("reference", answer.detail().getOrDefault("code", ""));
    }
}
