package io.chancery.archive.check;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import java.util.List;

/** A check cannot be begun, or not be shown. */
final class CheckException extends ProblemException {

    private CheckException(int status, String code, String message, List<Fault> faults) {
        super(status, code, message, faults);
    }

    static CheckException running() {
        return new CheckException(409, "check-running", "The archive is being checked already", List.of());
    }

    static CheckException limit(int most) {
        return new CheckException(
                400, "invalid-query", "The query is refused", List.of(new Fault("/limit", "must be 1 to " + most)));
    }
}
