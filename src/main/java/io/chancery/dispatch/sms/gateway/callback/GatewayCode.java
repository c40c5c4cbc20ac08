package io.chancery.dispatch.sms.gateway.callback;

import java.util.Optional;
import java.util.regex.Pattern;

/** A gateway's own word for what went wrong. */
public final class GatewayCode {

    /** A code, and not a sentence with a number or a text in it. */
    private static final Pattern PRINTABLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    private GatewayCode() {}

    /** As it may stand in records and logs; empty if it may not. */
    public static Optional<String> printable(String code) {
        return Optional.of(code).filter(text -> PRINTABLE.matcher(text).matches());
    }
}
