package io.chancery.web.message;

import io.chancery.vocabulary.Channel;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of a message somebody looks at. */
public enum MessageTab {
    TIMELINE,
    PRINT,
    EMAIL,
    SMS,
    DATA,
    DECISION,
    ATTEMPTS;

    /** Its name in addresses; the channel's for one. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MessageTab of(@Nullable String code) {
        return Stream.of(values())
                .filter(tab -> tab.code().equals(code))
                .findFirst()
                .orElse(TIMELINE);
    }

    /** Whether it shows what was rendered. */
    public boolean isChannel() {
        return this == PRINT || this == EMAIL || this == SMS;
    }

    boolean shows(Channel channel) {
        return isChannel() && channel.name().equals(code());
    }
}
