package io.chancery.platform.stream;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import java.util.List;

/** A stream of which nothing can be taken, because its header is not one of the kind that is expected. */
public final class UnreadableStreamException extends ProblemException {

    public UnreadableStreamException(String code, String message) {
        super(422, code, message, List.of(new Fault("", message)));
    }
}
