package io.chancery.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer declared something about advertising on one channel. Fired as a {@link Batch} by whoever heard it, in the
 * transaction that records where it was heard.
 *
 * @param at when it was declared; null when nobody knows
 * @param evidence what was said, in the words of the source
 * @param source who says so, such as {@code marketing/9340d2491363b244}
 * @param topics what it is limited to; empty for all
 */
public record ConsentDeclared(
        UUID customerId,
        Channel channel,
        Status status,
        @Nullable Instant at,
        String evidence,
        String source,
        List<String> topics) {

    /** What was declared, the more restrictive later. */
    public enum Status {
        /** Given, and confirmed by the customer (double opt-in). */
        CONFIRMED,
        /** Given, but not confirmed yet. */
        PENDING,
        /** Withdrawn. */
        UNSUBSCRIBED;

        /** The wire form, lower case. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Status of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** The event: declarations that become facts together. */
    public record Batch(List<ConsentDeclared> declarations) {}
}
