package io.chancery.archive.hold;

import io.chancery.platform.request.BodyFields;
import io.chancery.vocabulary.Ucid;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is to be held, and why: exactly one of the first three is given. */
record LegalHoldOrder(
        @Nullable Ucid customer,
        @Nullable UUID message,
        @Nullable String query,
        String reason) {

    static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_QUERY = 1_000;

    /** @throws LegalHoldException if anything is wrong with the body */
    static LegalHoldOrder read(byte[] body) {
        var fields = BodyFields.read(body);
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
}
