package io.chancery.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer declared something about being written to. Fired as a {@link Batch} by whoever heard it, in the transaction
 * that records where it was heard.
 *
 * @param at when it was declared; null when nobody knows
 * @param contactPoint the address or number it was declared for; null when nobody knows
 * @param topics what it is limited to; empty for all
 */
public record ConsentDeclared(
        Declarant declarant,
        Scope scope,
        Status status,
        @Nullable Instant at,
        @Nullable String contactPoint,
        List<String> topics,
        Evidence evidence) {

    /** For all advertising: messages of the class marketing. */
    public static final String MARKETING = "marketing";

    /** For service messages: those of the class transactional. */
    public static final String SERVICE = "service";

    /** What a declaration can be for: a class of messages, or advertising with one purpose. */
    public static final Set<String> PURPOSES = Stream.concat(
                    Stream.of(MARKETING, SERVICE), Stream.of(Purpose.values()).map(Purpose::code))
            .collect(Collectors.toUnmodifiableSet());

    /**
     * Who declared it.
     *
     * @param recordId the source record that says so, to which the declaration belongs wherever that goes; null if the
     *     customer told us
     */
    public record Declarant(UUID customerId, @Nullable UUID recordId) {}

    /**
     * What it is about.
     *
     * @param channel null for every channel, as objections and restrictions are
     * @param purpose one of {@link ConsentDeclared#PURPOSES}; null for everything, as restrictions are
     */
    public record Scope(@Nullable Channel channel, @Nullable String purpose) {

        /** What an objection is about. */
        public static final Scope ADVERTISING = new Scope(null, MARKETING);

        /** What a restriction is about. */
        public static final Scope EVERYTHING = new Scope(null, null);

        public Scope {
            if (purpose != null && !PURPOSES.contains(purpose)) {
                throw new IllegalArgumentException("Not a purpose of consent");
            }
        }
    }

    /**
     * How it can be proved.
     *
     * @param source who says so, such as {@code marketing/9340d2491363b244}
     * @param text what was said, in the words of the source
     * @param proof by name, what else is known: version of the text, form, IP addresses, confirmation mail
     */
    public record Evidence(String source, String text, Map<String, String> proof) {}

    /** What was declared, the more restrictive later. */
    public enum Status {
        /** Given, and confirmed by the customer (double opt-in). */
        CONFIRMED,
        /** Given, but not confirmed yet. */
        PENDING,
        /** Withdrawn. */
        UNSUBSCRIBED,
        /** Never given: the customer was asked, and said no. */
        DENIED,
        /** An objection was taken back. */
        OBJECTION_LIFTED,
        /** No advertising any more, on no channel (GDPR Art. 21). */
        OBJECTED,
        /** A restriction has ended. */
        RESTRICTION_LIFTED,
        /** No processing any more, but for what the law allows (GDPR Art. 18). */
        RESTRICTED,
        /** It was a mistake that the customer had died. */
        ALIVE,
        /** The customer has died: nothing goes to them any more, on no channel. */
        DECEASED;

        /** Whether it keeps us from something; then it is not lost when customers turn out to be several. */
        public boolean isRefusal() {
            return this == UNSUBSCRIBED || this == DENIED || this == OBJECTED || this == RESTRICTED || this == DECEASED;
        }

        /** Whether it is about one channel; the others are about all. */
        public boolean isConsent() {
            return compareTo(DENIED) <= 0;
        }

        /** Whether a record may say so: what was forbidden is permitted again by the customer, not by a file. */
        public boolean isForSources() {
            return this != OBJECTION_LIFTED && this != RESTRICTION_LIFTED && this != ALIVE;
        }

        /** The wire form: lower case, with hyphens. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @JsonCreator
        public static Status of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** The event: declarations that become facts together. */
    public record Batch(List<ConsentDeclared> declarations) {}
}
