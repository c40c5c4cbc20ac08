package io.chancery.platform.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody did. The codes are part of the public contract and of what is sealed: none is ever given another meaning. */
public enum AuditAction {
    VIEWED,
    SEARCHED,
    EXPORTED,
    CREATED,
    CHANGED,
    DELETED,
    /** Of a person (GDPR Art. 17). */
    ERASED,
    IMPORTED,
    STARTED,
    CANCELLED,
    HELD,
    RELEASED,
    SUBMITTED,
    APPROVED,
    REJECTED,
    PUBLISHED,
    RETIRED,
    MERGED,
    SPLIT,
    DECIDED,
    UNDONE,
    SIGNED_IN,
    SIGN_IN_REFUSED,
    KEY_CREATED,
    KEY_REVOKED;

    /** Whether it leaves everything as it was: it is on record before the answer leaves, and in no transaction of its own. */
    boolean isLook() {
        return this == VIEWED || this == SEARCHED || this == EXPORTED;
    }

    /** Whether a business system does it all day with what is its own. An export is always on record. */
    boolean isRoutine() {
        return this == VIEWED || this == SEARCHED;
    }

    /** The wire form: lower case, with hyphens. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if there is none with this code */
    public static AuditAction of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
