package io.chancery.archive.hold;

import io.chancery.archive.retention.Actor;
import io.chancery.platform.request.BodyFields;
import io.chancery.platform.security.ApiClient;
import io.chancery.vocabulary.Ucid;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is to be held, and why: exactly one of the first three is given. */
public record LegalHoldOrder(
        @Nullable Ucid customer,
        @Nullable UUID message,
        @Nullable String query,
        String reason) {

    private static final int LIMIT = 200;
    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_QUERY = 1_000;

    /** @throws LegalHoldException if anything is wrong with the body */
    public static LegalHoldOrder read(BodyFields fields) {
        fields.allow(Set.of("customer", "message", "query", "reason"));
        if (Stream.of("customer", "message", "query").filter(fields::has).count() != 1) {
            fields.fault("customer", "either this, or message, or query");
        }
        var order = new LegalHoldOrder(
                fields.parsed("customer", "is not a UCID", Ucid::new).orElse(null),
                fields.parsed("message", "is not the id of a message", UUID::fromString)
                        .orElse(null),
                fields.text("query", LONGEST_QUERY),
                fields.required("reason", LONGEST_REASON));
        fields.refuseFaulty(LegalHoldException::invalid);
        return order;
    }

    /** The reason for which one is released. */
    public static String reason(BodyFields fields) {
        fields.allow(Set.of("reason"));
        var reason = fields.required("reason", LONGEST_REASON);
        fields.refuseFaulty(LegalHoldException::invalid);
        return reason;
    }

    /** Who orders it. */
    public static Actor actor(SecurityIdentity caller) {
        if (ApiClient.isTest(caller)) {
            throw LegalHoldException.testKey();
        }
        return Actor.of(ApiClient.of(caller));
    }

    /** How many of a list. */
    public static int checked(int limit) {
        if (limit < 1 || limit > LIMIT) {
            throw LegalHoldException.limit(LIMIT);
        }
        return limit;
    }
}
