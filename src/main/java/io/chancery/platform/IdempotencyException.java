package io.chancery.platform;

import java.util.List;

/** The {@code Idempotency-Key} of a request cannot be honoured. */
public final class IdempotencyException extends ProblemException {

    private IdempotencyException(int status, String code, String message) {
        super(status, code, message, List.of());
    }

    static IdempotencyException malformed() {
        return new IdempotencyException(
                400, "idempotency-key-malformed", "Idempotency-Key must have 1 to 256 characters");
    }

    static IdempotencyException otherRequest() {
        return new IdempotencyException(
                422, "idempotency-key-reused", "This Idempotency-Key was used for another request");
    }

    static IdempotencyException stillRunning() {
        return new IdempotencyException(
                409, "idempotency-key-in-use", "A request with this Idempotency-Key is still being worked on");
    }
}
