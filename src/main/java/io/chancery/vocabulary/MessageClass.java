package io.chancery.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a message is in law: part of a contract, or advertising, which needs consent. */
public enum MessageClass {
    TRANSACTIONAL,
    MARKETING;

    /** The wire form, lower case. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static MessageClass of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
