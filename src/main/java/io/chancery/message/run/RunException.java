package io.chancery.message.run;

import io.chancery.message.RunStatus;
import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import java.util.List;

/** A call about a run that cannot be answered as it was meant. */
public final class RunException extends ProblemException {

    private RunException(int status, String code, String message, List<Fault> faults) {
        super(status, code, message, faults);
    }

    static RunException unknown() {
        return new RunException(404, "unknown-run", "There is no run with this id", List.of());
    }

    static RunException invalid(List<Fault> faults) {
        return new RunException(422, "invalid-run", "The run is refused: " + faults.size() + " fault(s)", faults);
    }

    static RunException invalidQuery(String name, String detail) {
        return new RunException(
                400, "invalid-query", "A query parameter is not valid", List.of(new Fault("/" + name, detail)));
    }

    static RunException closed() {
        return conflict("run-closed", "Lines are taken only while the run is a draft or ready");
    }

    static RunException brokenStream() {
        return new RunException(
                400,
                "broken-stream",
                "The stream broke off; what came before is on record, and may be sent again",
                List.of());
    }

    static RunException unknownCharset() {
        return new RunException(415, "unknown-charset", "The Content-Type names no known character set", List.of());
    }

    static RunException wrongStatus(RunStatus status) {
        return conflict("wrong-run-status", "This cannot be done with a run that is " + status.code());
    }

    static RunException notChecked() {
        return conflict("run-not-checked", "The run has to be checked before it is started");
    }

    static RunException hasFaults(long lines) {
        return conflict(
                "run-has-faults",
                lines + " line(s) have faults: correct them, or start with \"onFaults\": \"skip-lines\"");
    }

    static RunException empty() {
        return conflict("run-empty", "There is no line that could be sent");
    }

    static RunException templateChanged() {
        return conflict("template-changed", "Another version of the template is live by now: check the run again");
    }

    static RunException nothingToRetry() {
        return conflict("nothing-to-retry", "No line of the run has failed");
    }

    static RunException wiped() {
        return conflict("run-data-deleted", "What the lines of the run said has been deleted");
    }

    private static RunException conflict(String code, String message) {
        return new RunException(409, code, message, List.of());
    }
}
