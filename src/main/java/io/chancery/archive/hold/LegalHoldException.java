package io.chancery.archive.hold;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import java.util.List;

/** What somebody asked for about legal holds cannot be done. */
final class LegalHoldException extends ProblemException {

    private LegalHoldException(int status, String code, String message, List<Fault> faults) {
        super(status, code, message, faults);
    }

    static LegalHoldException invalid(List<Fault> faults) {
        return new LegalHoldException(422, "invalid-legal-hold", "The order is refused", faults);
    }

    static LegalHoldException invalid(String pointer, String detail) {
        return invalid(List.of(new Fault(pointer, detail)));
    }

    static LegalHoldException unknown() {
        return new LegalHoldException(404, "unknown-legal-hold", "There is no such hold", List.of());
    }

    static LegalHoldException released() {
        return new LegalHoldException(409, "already-released", "The hold is no more in force", List.of());
    }

    static LegalHoldException testKey() {
        return new LegalHoldException(403, "test-key", "A test key holds and releases nothing", List.of());
    }

    static LegalHoldException limit(int most) {
        return new LegalHoldException(
                400, "invalid-query", "The query is refused", List.of(new Fault("/limit", "must be 1 to " + most)));
    }
}
