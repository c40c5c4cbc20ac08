package io.chancery.dispatch.print.stream;

import java.util.UUID;

/** A letter of the batch is not what was archived, or no PDF that can be printed. The batch is not made. */
public final class LetterException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final UUID delivery;

    LetterException(UUID delivery, String problem) {
        super("Delivery " + delivery + ": " + problem);
        this.delivery = delivery;
    }

    LetterException(UUID delivery, String problem, Exception cause) {
        super("Delivery " + delivery + ": " + problem, cause);
        this.delivery = delivery;
    }

    /** The one to leave out or to look at. */
    public UUID delivery() {
        return delivery;
    }
}
