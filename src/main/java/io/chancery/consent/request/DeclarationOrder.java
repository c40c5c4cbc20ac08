package io.chancery.consent.request;

import io.chancery.vocabulary.ConsentDeclared.Evidence;
import io.chancery.vocabulary.ConsentDeclared.Scope;
import io.chancery.vocabulary.ConsentDeclared.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A declaration that somebody wants to put on record, well-formed but not yet checked against the customer.
 *
 * @param at now if null
 * @param contactPoint the one of the golden record if null
 * @param record the source record that says so; null if the customer told us
 */
public record DeclarationOrder(
        Scope scope,
        Status status,
        @Nullable Instant at,
        @Nullable String contactPoint,
        List<String> topics,
        Evidence evidence,
        @Nullable RecordKey record,
        boolean doubleOptIn) {

    /** Names a source record. */
    public record RecordKey(String source, String record) {}
}
