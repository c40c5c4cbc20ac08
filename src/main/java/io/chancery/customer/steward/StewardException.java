package io.chancery.customer.steward;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import java.util.List;

/** What a steward can ask that cannot be done. */
final class StewardException extends ProblemException {

    private StewardException(int status, String code, String message, List<Fault> faults) {
        super(status, code, message, faults);
    }

    static StewardException unknownCandidate() {
        var message = "There is no such match candidate, or it has been settled meanwhile";
        return new StewardException(404, "unknown-match-candidate", message, List.of());
    }

    static StewardException unknownOperation() {
        return new StewardException(404, "unknown-link-operation", "There is no such operation", List.of());
    }

    static StewardException stale() {
        var message = "It has changed since you looked; look again and decide then";
        return new StewardException(409, "stale-version", message, List.of());
    }

    static StewardException cannotUndo(String why) {
        return new StewardException(409, "cannot-undo", why, List.of());
    }

    static StewardException invalid(String pointer, String detail) {
        return invalid(List.of(new Fault(pointer, detail)));
    }

    static StewardException invalid(List<Fault> faults) {
        return new StewardException(422, "invalid-operation", "This cannot be done", faults);
    }
}
