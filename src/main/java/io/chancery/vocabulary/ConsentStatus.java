package io.chancery.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a customer declared about advertising, the more restrictive later. */
public enum ConsentStatus {
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
    public static ConsentStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
