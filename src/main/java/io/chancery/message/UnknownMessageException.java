package io.chancery.message;

import io.chancery.platform.ProblemException;
import java.util.List;

/** There is no such message, or none that the caller may see, or no such part of it. */
public final class UnknownMessageException extends ProblemException {

    private UnknownMessageException(String code, String message) {
        super(404, code, message, List.of());
    }

    public static UnknownMessageException message() {
        return new UnknownMessageException("unknown-message", "There is no message with this id");
    }

    public static UnknownMessageException rendition() {
        return new UnknownMessageException(
                "no-rendition", "Nothing has been rendered for this message on this channel");
    }
}
