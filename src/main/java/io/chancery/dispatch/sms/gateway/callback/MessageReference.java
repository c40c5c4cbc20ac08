package io.chancery.dispatch.sms.gateway.callback;

import java.util.Optional;
import java.util.regex.Pattern;

/** The id that a gateway gives a text in its answer and repeats in its receipts. */
public final class MessageReference {

    /** No comma, which parts ids from each other, and nothing that a database might refuse. */
    private static final Pattern USABLE = Pattern.compile("[\\x21-\\x2b\\x2d-\\x7e]{1,128}");

    private MessageReference() {}

    /** As receipts are matched by it; empty if it cannot be. */
    public static Optional<String> of(String id) {
        return Optional.of(id.strip()).filter(text -> USABLE.matcher(text).matches());
    }
}
