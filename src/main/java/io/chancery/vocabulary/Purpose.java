package io.chancery.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a message is sent. */
public enum Purpose {
    INFORM,
    ADVISE,
    PROMOTE,
    EDUCATE,
    REQUEST_PAYMENT;

    /** The wire form: lower case, with hyphens. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static Purpose of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
