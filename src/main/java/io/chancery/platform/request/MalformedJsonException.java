package io.chancery.platform.request;

import io.chancery.platform.ProblemException;
import java.util.List;

/** The body of a request is not JSON. */
public final class MalformedJsonException extends ProblemException {

    MalformedJsonException(String why) {
        super(400, "malformed-json", "The body is not JSON: " + why, List.of());
    }
}
