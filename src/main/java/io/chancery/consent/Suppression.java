package io.chancery.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.chancery.vocabulary.Channel;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address or number that is not to be used, whoever has it.
 *
 * @param address for mail in lower case, for text messages in E.164
 * @param expiresAt null for never
 * @param lift how it was ended before its time; null if it was not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Suppression(
        UUID id,
        Channel channel,
        String address,
        Scope scope,
        Cause cause,
        Entry entry,
        @Nullable Instant expiresAt,
        @Nullable Entry lift) {

    /** What is not to be sent. */
    public enum Scope {
        EVERYTHING,
        MARKETING;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException if there is no such scope */
        public static Scope of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Why it is on the list. */
    public enum Cause {
        /** A delivery found nobody there. */
        HARD_BOUNCE(Scope.EVERYTHING),
        /** Somebody there called a message spam. */
        COMPLAINT(Scope.MARKETING),
        /** A person decided it. */
        MANUAL(Scope.EVERYTHING),
        /** Somebody who was erased since had objected; of this the list itself knows nothing but a hash. */
        ERASED_OBJECTION(Scope.MARKETING);

        private final Scope scope;

        Cause(Scope scope) {
            this.scope = scope;
        }

        /** What it stops, if nobody says otherwise. */
        public Scope usualScope() {
            return scope;
        }

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** @throws IllegalArgumentException if there is no such cause */
        public static Cause of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Who did it, in which words, and when. */
    public record Entry(String note, String recordedBy, Instant at) {}

    /** An address as the list has it. */
    public static String normal(Channel channel, String address) {
        return channel.equals(Channel.EMAIL) ? address.toLowerCase(Locale.ROOT) : address;
    }

    /** Whether it stops a message on this channel. */
    public boolean stops(Channel by, boolean marketing) {
        return channel.equals(by) && (marketing || scope == Scope.EVERYTHING);
    }

    /** Why, on one line. */
    public String inShort() {
        return cause.code() + " on " + entry.at() + " by " + entry.recordedBy() + ", suppression " + id;
    }
}
