package io.chancery.customer.stream;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import java.util.List;

/** A stream of which nothing can be taken, because its header does not fit the source's mapping. */
public final class UnreadableStreamException extends ProblemException {

    UnreadableStreamException(String code, String message) {
        super(422, code, message, List.of(new Fault("", message)));
    }
}
