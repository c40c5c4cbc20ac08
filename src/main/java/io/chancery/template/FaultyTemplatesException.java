package io.chancery.template;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;

/** The folder was not imported, because something in it is wrong. */
final class FaultyTemplatesException extends ProblemException {

    FaultyTemplatesException(ImportReport report) {
        super(
                422,
                "faulty-templates",
                "Nothing was imported: the folder has faults",
                report.faults().stream().map(FaultyTemplatesException::fault).toList());
    }

    /** There is no request body to point into, so the pointer names the file, and the place in it as a fragment. */
    private static Fault fault(ImportReport.SourceFault fault) {
        var place = fault.pointer().isEmpty() ? "" : "#" + fault.pointer();
        var line = fault.line() > 0 ? "line " + fault.line() + ": " : "";
        return new Fault(fault.file() + place, line + fault.detail());
    }
}
