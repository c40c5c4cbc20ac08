package io.chancery.message.hold;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import java.util.List;

/** What somebody asked for about holds and stops cannot be done. */
final class HoldException extends ProblemException {

    private HoldException(int status, String code, String message, List<Fault> faults) {
        super(status, code, message, faults);
    }

    static HoldException invalid(List<Fault> faults) {
        return new HoldException(
                422, "invalid-hold-order", "The order is refused: " + faults.size() + " fault(s)", faults);
    }

    static HoldException stopInForce() {
        return new HoldException(
                409,
                "stop-in-force",
                "Some of these deliveries are held by a stop; lift it, or cancel them",
                List.of());
    }

    static HoldException alreadyStopped() {
        return new HoldException(409, "already-stopped", "This template is stopped on this channel already", List.of());
    }

    static HoldException unknownStop() {
        return new HoldException(404, "unknown-stop", "There is no such stop in force", List.of());
    }
}
