package io.chancery.template.store;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import io.chancery.template.ImportReport;
import java.util.List;

/** Sources were not taken, because something in them is wrong. */
public final class FaultyTemplatesException extends ProblemException {

    private FaultyTemplatesException(String message, List<ImportReport.SourceFault> faults) {
        super(
                422,
                "faulty-templates",
                message,
                faults.stream().map(FaultyTemplatesException::fault).toList());
    }

    public static FaultyTemplatesException folder(ImportReport report) {
        return new FaultyTemplatesException("Nothing was imported: the folder has faults", report.faults());
    }

    public static FaultyTemplatesException draft(List<ImportReport.SourceFault> faults) {
        return new FaultyTemplatesException("The draft has faults, or what uses it has with it", faults);
    }

    /** There is no request body to point into, so the pointer names the file, and the place in it as a fragment. */
    private static Fault fault(ImportReport.SourceFault fault) {
        var place = fault.pointer().isEmpty() ? "" : "#" + fault.pointer();
        return new Fault(fault.file() + place, where(fault) + fault.detail());
    }

    private static String where(ImportReport.SourceFault fault) {
        if (fault.line() == 0) {
            return "";
        }
        return "line " + fault.line() + (fault.column() > 0 ? ", column " + fault.column() : "") + ": ";
    }
}
