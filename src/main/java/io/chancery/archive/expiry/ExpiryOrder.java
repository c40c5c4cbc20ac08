package io.chancery.archive.expiry;

import io.chancery.archive.retention.Actor;
import io.chancery.platform.request.BodyFields;
import io.chancery.platform.security.ApiClient;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.Objects;
import java.util.Set;

/** What callers say about an expiry. */
public final class ExpiryOrder {

    private static final int LIMIT = 200;
    private static final int LONGEST_REASON = 1_000;

    private ExpiryOrder() {}

    /** Why they decide so; empty if they need not say and do not. */
    public static String reason(BodyFields fields, boolean required) {
        fields.allow(Set.of("reason"));
        var reason = required ? fields.required("reason", LONGEST_REASON) : fields.text("reason", LONGEST_REASON);
        fields.refuseFaulty(ExpiryException::invalid);
        return Objects.requireNonNullElse(reason, "");
    }

    /** How many of a list. */
    public static int checked(int limit) {
        if (limit < 1 || limit > LIMIT) {
            throw ExpiryException.query("/limit", "must be 1 to " + LIMIT);
        }
        return limit;
    }

    /** Who decides. */
    public static Actor actor(SecurityIdentity caller) {
        if (ApiClient.isTest(caller)) {
            throw ExpiryException.testKey();
        }
        return Actor.of(ApiClient.of(caller));
    }
}
