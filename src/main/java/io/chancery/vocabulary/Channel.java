package io.chancery.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A way to reach a customer. Open on purpose: a new channel is a renderer and an adapter that share a name.
 *
 * @param name lower-case, {@code a-z} and {@code -}, at most 20 characters
 */
public record Channel(@JsonValue String name) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,19}");

    public static final Channel PRINT = new Channel("print");
    public static final Channel EMAIL = new Channel("email");
    public static final Channel SMS = new Channel("sms");

    /** The page behind the link in a text message. No way to reach a customer, so no delivery goes by it. */
    public static final Channel SCREEN = new Channel("screen");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Channel {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a channel name: a-z and '-', at most 20 characters");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
