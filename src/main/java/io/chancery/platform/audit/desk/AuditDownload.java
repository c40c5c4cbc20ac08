package io.chancery.platform.audit.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.platform.audit.AuditEntry;
import io.chancery.platform.audit.AuditFilter;
import io.chancery.platform.audit.AuditLog;
import io.chancery.platform.download.ListDownload;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A period of the log as a file of any length, newest first. */
@ApplicationScoped
public class AuditDownload {

    private static final List<String> COLUMNS =
            List.of("id", "at", "actor", "roles", "address", "action", "subjectKind", "subject", "detail");

    private final AuditLog log;
    private final ObjectMapper json;

    AuditDownload(AuditLog log, ObjectMapper json) {
        this.log = log;
        this.json = json;
    }

    /** What the filter lets through, all of it. */
    public Response respond(AuditFilter filter, MediaType type) {
        return new ListDownload<>(json, COLUMNS, AuditDownload::cells)
                .respond(type, "audit", last -> log.list(last == null ? filter : filter.after(last.id())));
    }

    private static List<String> cells(AuditEntry entry) {
        return List.of(
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
