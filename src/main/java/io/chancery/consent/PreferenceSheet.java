package io.chancery.consent;

import io.chancery.vocabulary.Channel;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a customer sees of themselves behind their link. Names neither them nor an address: a link may be passed on.
 *
 * @param objected whether an objection to all advertising is in force
 * @param restricted whether a restriction of processing is in force
 * @param language ISO 639-1, of their messages; null if they never said
 */
public record PreferenceSheet(
        boolean objected,
        boolean restricted,
        List<Choice> choices,
        Preferences preferences,
        @Nullable String language) {

    /** The name of the channel that is preferred for a purpose; empty if none is. */
    public String preferred(String purpose) {
        var channel = preferences.channels().get(purpose);
        return channel == null ? "" : channel.name();
    }

    /** German, English, and what the customer speaks beside them. */
    public List<String> languages() {
        return Stream.of("de", "en", language)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** When the quiet hours begin; empty if there are none. */
    public String quietFrom() {
        var quiet = preferences.quietHours();
        return quiet == null ? "" : quiet.from().toString();
    }

    /** When they end. */
    public String quietTo() {
        var quiet = preferences.quietHours();
        return quiet == null ? "" : quiet.to().toString();
    }

    /** Whether the customer agreed to one kind of messages on one channel. */
    public enum State {
        GIVEN,
        /** Waits for a confirmation by e-mail. */
        PENDING,
        OPEN,
        /** Cannot be given: no address or number is on record. */
        UNREACHABLE
    }

    /**
     * One thing to agree to.
     *
     * @param text what the customer agrees to, word by word
     */
    public record Choice(Channel channel, String purpose, State state, String text) {

        /** Its name in a form. */
        public String key() {
            return channel.name() + "-" + purpose;
        }

        /** Whether the customer wants it, confirmed or not. */
        public boolean isWanted() {
            return state == State.GIVEN || state == State.PENDING;
        }

        public boolean isPending() {
            return state == State.PENDING;
        }

        public boolean isReachable() {
            return state != State.UNREACHABLE;
        }
    }
}
