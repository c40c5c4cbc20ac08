package io.chancery.archive.proof;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import java.util.List;

/** What is asked for cannot be proved. */
public final class ProofException extends ProblemException {

    private ProofException(int status, String code, String message, List<Fault> faults) {
        super(status, code, message, faults);
    }

    public static ProofException unknownDelivery() {
        return new ProofException(
                404, "unknown-delivery", "Nothing is on record of a delivery with this id", List.of());
    }

    static ProofException limit(int most) {
        return new ProofException(
                400, "invalid-query", "The query is refused", List.of(new Fault("/limit", "must be 1 to " + most)));
    }
}
