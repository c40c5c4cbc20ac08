package io.chancery.archive.expiry;

import io.chancery.archive.Keeping.Expiry;
import io.chancery.archive.Keeping.Expiry.Status;
import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import java.util.List;

/** What somebody asked for about an expiry cannot be done. */
final class ExpiryException extends ProblemException {

    private ExpiryException(int status, String code, String message, List<Fault> faults) {
        super(status, code, message, faults);
    }

    static ExpiryException unknown() {
        return new ExpiryException(404, "unknown-expiry", "There is no such expiry", List.of());
    }

    static ExpiryException open(Expiry expiry) {
        return new ExpiryException(
                409,
                "expiry-open",
                "Expiry %s is %s; it has to come to its end first"
                        .formatted(expiry.id(), expiry.status().code()),
                List.of());
    }

    static ExpiryException notPossible(Status status) {
        return new ExpiryException(
                409, "wrong-status", "The expiry is " + status.code() + ", so nothing can be decided", List.of());
    }

    /** Four eyes see more than two. */
    static ExpiryException ownProposal() {
        return new ExpiryException(
                403, "own-proposal", "Whoever proposed an expiry cannot approve it; ask a colleague", List.of());
    }

    static ExpiryException testKey() {
        return new ExpiryException(403, "test-key", "A test key deletes nothing", List.of());
    }

    static ExpiryException invalid(List<Fault> faults) {
        return new ExpiryException(422, "invalid-decision", "The decision is refused", faults);
    }

    static ExpiryException query(String pointer, String detail) {
        return new ExpiryException(400, "invalid-query", "The query is refused", List.of(new Fault(pointer, detail)));
    }
}
