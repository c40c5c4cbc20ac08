package io.chancery.message.desk;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import java.util.List;

/** The parameters of a list make no sense; the pointer names the parameter. */
public final class InvalidQueryException extends ProblemException {

    public InvalidQueryException(List<Fault> faults) {
        super(400, "invalid-query", "A query parameter is not valid", faults);
    }
}
