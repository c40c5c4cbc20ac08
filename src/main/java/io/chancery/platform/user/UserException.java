package io.chancery.platform.user;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import java.util.List;

/** What can be wrong with an account. */
public final class UserException extends ProblemException {

    private UserException(int status, String code, String message, List<Fault> faults) {
        super(status, code, message, faults);
    }

    static UserException invalid(List<Fault> faults) {
        return new UserException(422, "invalid-user", "The account cannot be made so", faults);
    }

    static UserException exists() {
        return new UserException(409, "user-exists", "There is or was somebody of this name", List.of());
    }

    static UserException unknown() {
        return new UserException(404, "unknown-user", "There is nobody of this name", List.of());
    }

    static UserException own() {
        return new UserException(409, "own-account", "Nobody takes away their own account or roles", List.of());
    }
}
