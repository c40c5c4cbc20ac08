package io.chancery.customer.matching;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a person is asked about two records. */
public enum DoubtKind {
    /** They were joined, but only just. */
    ABOVE,
    /** They were not joined, but nearly. */
    BELOW,
    /** A record is about equally near to several customers, and so joined none. */
    MARGIN,
    /** They are alike enough to be joined, but something in their customers speaks against it. */
    DUPLICATE,
    /** They are joined by a person's decision or by others, but are no longer alike themselves. */
    UPDATE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
