package io.chancery.customer;

import io.chancery.platform.ProblemException;
import java.util.List;

/** A list was asked for in a way that has no answer. */
public final class InvalidQueryException extends ProblemException {

    public InvalidQueryException(String message) {
        super(400, "invalid-query", message, List.of());
    }
}
