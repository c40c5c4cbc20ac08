package io.chancery.platform.audit.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.chancery.platform.audit.AuditEntry;
import io.chancery.platform.audit.AuditFilter;
import io.chancery.platform.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a period of the log as a file of any length, part by part, newest first. */
@ApplicationScoped
class AuditDownload {

    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";

    private final AuditLog log;
    private final ObjectMapper json;

    AuditDownload(AuditLog log, ObjectMapper json) {
        this.log = log;
        this.json = json;
    }

    /** Takes one entry after the other. */
    private interface Sink {
        void take(AuditEntry entry) throws IOException;
    }

    private void each(AuditFilter filter, Sink sink) throws IOException {
        for (var part = log.list(filter);
                !part.isEmpty();
                part = log.list(filter.after(part.get(part.size() - 1).id()))) {
            for (var entry : part) {
                sink.take(entry);
            }
        }
    }

    void writeJson(AuditFilter filter, OutputStream output) throws IOException {
        each(filter, entry -> {
            output.write(json.writeValueAsBytes(entry));
            output.write('\n');
        });
    }

    void writeCsv(AuditFilter filter, OutputStream output) throws IOException {
        try (var csv = CsvWriter.builder().build(new OutputStreamWriter(output, StandardCharsets.UTF_8))) {
            csv.writeRecord("id", "at", "actor", "roles", "address", "action", "subjectKind", "subject", "detail");
            each(filter, entry -> write(entry, csv));
        }
    }

    private static void write(AuditEntry entry, CsvWriter csv) {
        csv.writeRecord(
                entry.id().toString(),
                entry.at().toString(),
                entry.by().actor(),
                String.join(" ", entry.by().roles()),
                entry.by().address(),
                entry.what().action().code(),
                entry.what().subjectKind().code(),
                entry.what().subject(),
                text(entry.what().detail()));
    }

    private static String text(Map<String, String> detail) {
        return detail.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("; "));
    }
}
