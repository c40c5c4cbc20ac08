package io.chancery.message.archive.query;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import java.util.List;

/** A search that cannot be understood; the pointer names the parameter, and within a query the place is told. */
public final class InvalidSearchException extends ProblemException {

    public InvalidSearchException(List<Fault> faults) {
        super(400, "invalid-query", "The search cannot be understood", faults);
    }

    /** With one parameter that is wrong. */
    public static InvalidSearchException of(String parameter, String detail) {
        return new InvalidSearchException(List.of(new Fault("/" + parameter, detail)));
    }
}
