package io.chancery.consent;

import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.Purpose;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a customer wants to be written to, in their own words: it goes before what the sources say.
 *
 * @param channels the preferred channel by purpose of consent, such as {@code marketing}
 * @param language ISO 639-1
 * @param entry how it came on record; null if the customer never said anything
 */
public record Preferences(
        Map<String, Channel> channels,
        @Nullable QuietHours quietHours,
        @Nullable String language,
        @Nullable Entry entry) {

    /** Of a customer who never said anything. */
    public static final Preferences NONE = new Preferences(Map.of(), null, null, null);

    /** Who says so, how it can be proved, who put it on record, and when. */
    public record Entry(String source, String evidence, String recordedBy, Instant at) {}

    public Preferences {
        channels = Map.copyOf(channels);
    }

    /** The channel the customer prefers for a message: for its purpose if they said so, else for its class. */
    public Optional<Channel> channelFor(MessageClass messageClass, Purpose purpose) {
        var ofClass = messageClass == MessageClass.MARKETING ? "marketing" : "service";
        var ofPurpose = messageClass == MessageClass.MARKETING ? channels.get(purpose.code()) : null;
        return Optional.ofNullable(ofPurpose == null ? channels.get(ofClass) : ofPurpose);
    }

    /** When advertising may be sent again, if the customer wants none now. A letter wakes nobody. */
    public Optional<Instant> quietUntil(Channel channel, Instant now) {
        return quietHours == null || channel.equals(Channel.PRINT) ? Optional.empty() : quietHours.endAfter(now);
    }
}
