package io.chancery.dispatch.sms.gateway.callback;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How a call is signed, by HMAC-SHA256. */
enum Scheme {
    /** Over id, time and body, in base64 after {@code v1,}; several, parted by spaces (Standard Webhooks 1.0). */
    STANDARD_WEBHOOKS,
    /** The same, but over time and body. */
    TIMESTAMP_BODY,
    /** Over the body alone, in hexadecimal, perhaps after {@code sha256=}. Does not say how old the call is. */
    HMAC_HEX;

    private static final String VERSION = "v1,";
    private static final String ALGORITHM = "sha256=";

    boolean isTimed() {
        return this != HMAC_HEX;
    }

    /** What stands before the body in what is signed. */
    String before(String id, String time) {
        return switch (this) {
            case STANDARD_WEBHOOKS -> id + "." + time + ".";
            case TIMESTAMP_BODY -> time + ".";
            case HMAC_HEX -> "";
        };
    }

    /** The signatures that a header has; none if it cannot be read. */
    List<byte[]> signatures(String header) {
        if (this == HMAC_HEX) {
            var hex = header.startsWith(ALGORITHM) ? header.substring(ALGORITHM.length()) : header;
            return decoded(hex, HexFormat.of()::parseHex).stream().toList();
        }
        return Arrays.stream(header.split(" "))
                .filter(signature -> signature.startsWith(VERSION))
                .flatMap(signature ->
                        decoded(signature.substring(VERSION.length()), Base64.getDecoder()::decode).stream())
                .toList();
    }

    private static Optional<byte[]> decoded(String text, Function<String, byte[]> decoder) {
        try {
            return Optional.of(decoder.apply(text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
