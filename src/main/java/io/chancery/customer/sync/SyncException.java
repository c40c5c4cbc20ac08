package io.chancery.customer.sync;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import java.util.List;

/** What a caller can do wrong about the way back. */
final class SyncException extends ProblemException {

    private SyncException(int status, String code, String message, List<Fault> faults) {
        super(status, code, message, faults);
    }

    static SyncException unknown() {
        return new SyncException(404, "unknown-webhook", "The source has no webhook", List.of());
    }

    static SyncException invalidWebhook(List<Fault> faults) {
        return new SyncException(422, "invalid-webhook", "The webhook cannot be used", faults);
    }

    static SyncException invalidQuery(String parameter, String detail) {
        var fault = new Fault("/" + parameter, detail);
        return new SyncException(400, "invalid-query", "A query parameter is not valid", List.of(fault));
    }
}
