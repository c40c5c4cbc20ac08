package io.chancery.platform.request;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Versions that are numbers, as entity tags (RFC 9110 §8.8.3). */
public final class EntityTag {

    private static final long OF_NOTHING = -1;

    private EntityTag() {}

    /** The version that {@code If-Match} names; empty if it names none, -1 if it is no number and so of nothing here. */
    public static OptionalLong version(@Nullable String header) {
        var digits = header == null ? "" : header.strip().replaceAll("^(W/)?\"|\"$", "");
        if (digits.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            return OptionalLong.of(OF_NOTHING);
        }
    }
}
