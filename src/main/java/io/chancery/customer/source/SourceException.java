package io.chancery.customer.source;

import io.chancery.platform.Fault;
import io.chancery.platform.ProblemException;
import java.util.List;

/** What a caller can do wrong with sources and their records. */
public final class SourceException extends ProblemException {

    private SourceException(int status, String code, String message, List<Fault> faults) {
        super(status, code, message, faults);
    }

    static SourceException unknownSource() {
        return new SourceException(404, "unknown-source", "There is no source of this name", List.of());
    }

    static SourceException unknownRecord() {
        return new SourceException(404, "unknown-record", "The source has no record with this id", List.of());
    }

    static SourceException invalidSource(List<Fault> faults) {
        return new SourceException(422, "invalid-source", "The definition of the source cannot be used", faults);
    }

    static SourceException invalidRecord(String pointer, String detail) {
        return invalidRecord(List.of(new Fault(pointer, detail)));
    }

    static SourceException invalidRecord(List<Fault> faults) {
        return new SourceException(422, "invalid-record", "The record cannot be taken", faults);
    }

    static SourceException erasedRecord() {
        return new SourceException(
                409,
                "erased-record",
                "The person of this record was erased (GDPR Art. 17), and nothing of it was kept; a steward readmits it if it is"
                        + " a new relationship",
                List.of());
    }

    static SourceException recordExists() {
        return new SourceException(409, "record-exists", "The source has another record with this id", List.of());
    }

    /** A parameter of a query is out of bounds. */
    public static SourceException invalidQuery(String message) {
        return new SourceException(400, "invalid-query", message, List.of());
    }

    /** The connection was lost while the records arrived. */
    public static SourceException brokenStream() {
        var message = "The stream broke off, and nothing of it was taken; send it again";
        return new SourceException(400, "broken-stream", message, List.of());
    }

    /** There is no such import, or it was forgotten. */
    public static SourceException unknownImport() {
        return new SourceException(404, "unknown-import", "There is no import with this id", List.of());
    }

    /** The import has finished or failed before. */
    public static SourceException importEnded() {
        return new SourceException(409, "import-ended", "The import has ended already", List.of());
    }

    /** The request names a character set that we do not know. */
    public static SourceException unknownEncoding() {
        return new SourceException(415, "unknown-encoding", "The character set of the request is not known", List.of());
    }
}
