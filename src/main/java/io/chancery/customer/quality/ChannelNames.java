package io.chancery.customer.quality;

import io.chancery.vocabulary.Channel;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What sources call the channels. */
public final class ChannelNames {

    private static final Map<String, Channel> KNOWN = Map.ofEntries(
            Map.entry("print", Channel.PRINT),
            Map.entry("post", Channel.PRINT),
            Map.entry("brief", Channel.PRINT),
            Map.entry("letter", Channel.PRINT),
            Map.entry("mail", Channel.EMAIL),
            Map.entry("e-mail", Channel.EMAIL),
            Map.entry("text message", Channel.SMS));

    private ChannelNames() {}

    /** A known word, or any name that could be a channel's: channels are open. */
    public static Optional<Channel> find(String text) {
        var name = text.toLowerCase(Locale.ROOT);
        var known = KNOWN.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            return Optional.of(new Channel(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
