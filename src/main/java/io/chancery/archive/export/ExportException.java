package io.chancery.archive.export;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import java.util.List;

/** An export is refused, or there is none. */
final class ExportException extends ProblemException {

    private ExportException(int status, String code, String message, List<Fault> faults) {
        super(status, code, message, faults);
    }

    static ExportException invalid(List<Fault> faults) {
        return new ExportException(422, "invalid-export", "The export is refused", faults);
    }

    static ExportException query(String parameter, String detail) {
        return new ExportException(
                400, "invalid-query", "The query is refused", List.of(new Fault("/" + parameter, detail)));
    }

    static ExportException unknown() {
        return new ExportException(404, "unknown-export", "There is no export with this id", List.of());
    }

    static ExportException notReady() {
        return new ExportException(
                409, "export-not-ready", "The export is not made yet: ask for it again until it is ready", List.of());
    }

    static ExportException outdated() {
        return new ExportException(
                410,
                "export-outdated",
                "What the export had can no longer be read, as somebody was erased or something has expired: ask for a"
                        + " new one",
                List.of());
    }

    static ExportException unsatisfiable() {
        return new ExportException(416, "range-not-satisfiable", "The export has no such bytes", List.of());
    }
}
