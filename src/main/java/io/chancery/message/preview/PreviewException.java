package io.chancery.message.preview;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import java.util.List;

/** There is nothing to show: the request names what is not there, or data that the template does not take. */
final class PreviewException extends ProblemException {

    private PreviewException(String message, List<Fault> faults) {
        super(422, "invalid-preview", message, faults);
    }

    static PreviewException invalid(List<Fault> faults) {
        return new PreviewException("There is nothing to show: " + faults.size() + " fault(s)", faults);
    }
}
