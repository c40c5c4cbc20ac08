package io.chancery.platform.security;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import java.util.List;

/** What an administrator can do wrong with API clients. */
final class ApiClientException extends ProblemException {

    private ApiClientException(int status, String code, String message, List<Fault> faults) {
        super(status, code, message, faults);
    }

    static ApiClientException invalid(List<Fault> faults) {
        return new ApiClientException(422, "invalid-client", "The client cannot be made", faults);
    }

    static ApiClientException exists() {
        return new ApiClientException(
                409, "client-exists", "There is or was a client of this name; a key is never given again", List.of());
    }

    static ApiClientException unknown() {
        return new ApiClientException(404, "unknown-client", "There is no client of this name with a key", List.of());
    }

    static ApiClientException ownKey() {
        return new ApiClientException(
                409, "own-key", "Nobody can revoke the key that he calls with; use another one", List.of());
    }
}
