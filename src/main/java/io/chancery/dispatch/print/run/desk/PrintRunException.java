package io.chancery.dispatch.print.run.desk;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import java.util.List;

/** A call about a print run that cannot be answered as it was meant. */
final class PrintRunException extends ProblemException {

    private PrintRunException(int status, String code, String message, List<Fault> faults) {
        super(status, code, message, faults);
    }

    static PrintRunException unknown() {
        return new PrintRunException(404, "unknown-print-run", "There is no print run with this number", List.of());
    }

    static PrintRunException unknownBatch() {
        return new PrintRunException(404, "unknown-batch", "The print run has no batch of this name", List.of());
    }

    static PrintRunException notConfigured() {
        return conflict(
                "no-print-runs", "Letters are handed over singly: chancery.dispatch.print.run.cut-off is not set");
    }

    static PrintRunException emptyPool() {
        return conflict("pool-empty", "No letter waits for a print run");
    }

    static PrintRunException wiped() {
        return conflict("print-run-data-deleted", "What was in the envelopes of the print run has been deleted");
    }

    static PrintRunException alreadySent() {
        return conflict("batch-not-held", "The batch is with the printer, or there is nothing in it");
    }

    static PrintRunException changed() {
        return conflict("letter-gone", "A letter of the batch is no longer in the archive as it was printed");
    }

    static PrintRunException invalidReprint(List<Fault> faults) {
        return new PrintRunException(
                422, "invalid-reprint", "The reprint is refused: " + faults.size() + " fault(s)", faults);
    }

    static PrintRunException emptyRange() {
        return invalidReprint(List.of(new Fault("/from", "the range has no piece")));
    }

    static PrintRunException invalidQuery(String name, String detail) {
        return new PrintRunException(
                400, "invalid-query", "A query parameter is not valid", List.of(new Fault("/" + name, detail)));
    }

    private static PrintRunException conflict(String code, String message) {
        return new PrintRunException(409, code, message, List.of());
    }
}
