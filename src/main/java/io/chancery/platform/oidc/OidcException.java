package io.chancery.platform.oidc;

import io.chancery.platform.ProblemException;
import java.util.List;

/** Why somebody for whom another system was to vouch is not let in. */
public final class OidcException extends ProblemException {

    private OidcException(int status, String code, String message) {
        super(status, code, message, List.of());
    }

    /** What came back is not an answer to what this browser asked. */
    static OidcException foreign() {
        return new OidcException(400, "sign-in-not-asked-for", "The answer does not belong to this sign-in");
    }

    /** They turned back, or are not allowed there. */
    static OidcException refused() {
        return new OidcException(403, "sign-in-refused", "The other system did not vouch for anybody");
    }

    /** It answered, but not so that it could be believed; the log says why. */
    static OidcException unproven() {
        return new OidcException(403, "sign-in-unproven", "The answer of the other system is not proven");
    }

    static OidcException withoutRole() {
        return new OidcException(403, "sign-in-without-role", "The account has none of the roles that are known here");
    }

    /** An administrator has ended what they may do here. */
    static OidcException disabled() {
        return new OidcException(403, "sign-in-disabled", "The account has been disabled here");
    }

    static OidcException unreachable() {
        return new OidcException(503, "sign-in-unreachable", "The other system cannot be reached");
    }
}
