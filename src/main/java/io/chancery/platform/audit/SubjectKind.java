package io.chancery.platform.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What something was done to, in the words of the trade. The codes are part of the public contract. */
public enum SubjectKind {
    API_CLIENT,
    ARCHIVE,
    AUDIT,
    BLOCK,
    BRAND,
    CHANGE,
    CONSENT,
    CUSTOMER,
    DELIVERY,
    EXPIRY,
    EXPORT,
    HOLD,
    IMPORT,
    LEGAL_HOLD,
    LINK,
    LINK_OPERATION,
    MATCH_CANDIDATE,
    MESSAGE,
    PRINT_RUN,
    RECORD,
    REMATCH,
    RUN,
    SESSION,
    SOURCE,
    STOP,
    SUPPRESSION,
    TEMPLATE,
    USER,
    WEBHOOK;

    /** The wire form: lower case, with hyphens. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if there is none with this code */
    public static SubjectKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
