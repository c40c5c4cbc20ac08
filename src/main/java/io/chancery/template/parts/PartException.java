package io.chancery.template.parts;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import io.chancery.template.SourceKey;
import java.util.List;

/** What people can do wrong with what is shared. */
final class PartException extends ProblemException {

    private PartException(int status, String code, String message, List<Fault> faults) {
        super(status, code, message, faults);
    }

    static PartException unknown(SourceKey source) {
        var kind = source.kind().code();
        return new PartException(404, "unknown-" + kind, "There is no " + kind + " of this name", List.of());
    }

    /** Versions of templates pin what is live, so nothing else can be adopted. */
    static PartException notLive() {
        return new PartException(409, "not-live", "Only the live version can be adopted; publish it first", List.of());
    }

    static PartException invalid(List<Fault> faults) {
        return new PartException(422, "invalid-adoption", "It cannot be adopted like that", faults);
    }
}
