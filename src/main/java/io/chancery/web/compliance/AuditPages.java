package io.chancery.web.compliance;

import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.AuditEntry;
import io.chancery.platform.audit.AuditFilter;
import io.chancery.platform.audit.AuditLog;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.audit.desk.AuditDownload;
import io.chancery.platform.download.ListDownload;
import io.chancery.web.Reader;
import io.chancery.web.form.Visit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Who did what, when and from where. */
@Path("/audit")
@Produces(MediaType.TEXT_HTML)
class AuditPages {

    private static final int AT_ONCE = 50;
    private static final int ROWS_AT_ONCE = 1_000;

    private final AuditLog log;
    private final AuditDownload download;
    private final Visit visit;

    AuditPages(AuditLog log, AuditDownload download, Visit visit) {
        this.log = log;
        this.download = download;
        this.visit = visit;
    }

    /**
     * A part of the log.
     *
     * @param altered those that were not written by us as they stand there
     * @param next null on the last page
     * @param query for the address of the next page and of the download
     */
    record Part(
            List<AuditEntry> entries,
            Set<UUID> altered,
            @Nullable UUID next,
            Map<String, String> filled,
            String query) {

        /** What stands in a field. */
        public String at(String field) {
            return filled.getOrDefault(field, "");
        }

        /** Whether somebody has changed it in the database. */
        public boolean altered(AuditEntry entry) {
            return altered.contains(entry.id());
        }

        /** For the choice of actions. */
        public AuditAction[] actions() {
            return AuditAction.values();
        }

        /** For the choice of what it was done to. */
        public SubjectKind[] kinds() {
            return SubjectKind.values();
        }
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance list(Reader reader, Part part);
    }

    @GET
    @RolesAllowed({"compliance", "admin"})
    @Audited(
            value = AuditAction.SEARCHED,
            kind = SubjectKind.AUDIT,
            detail = {"actor", "action", "subjectKind", "subject", "from", "to", "after"})
    @Operation(hidden = true)
    public Response list() {
        var entries = log.list(filter(AT_ONCE));
        var altered = log.altered(entries.stream().map(AuditEntry::id).toList());
        var filled = new HashMap<String, String>();
        for (var name : List.of("actor", "action", "subjectKind", "subject", "from", "to")) {
            if (!visit.parameter(name).isEmpty()) {
                filled.put(name, visit.parameter(name));
            }
        }
        var query = filled.entrySet().stream()
                .map(entry -> "&" + entry.getKey() + "=" + SearchForm.encoded(entry.getValue()))
                .collect(Collectors.joining());
        var next = entries.size() == AT_ONCE ? entries.get(AT_ONCE - 1).id() : null;
        return visit.answer(Pages.list(visit.reader(), new Part(entries, altered, next, filled, query)));
    }

    @GET
    @Path("download")
    @RolesAllowed({"compliance", "admin"})
    @Audited(
            value = AuditAction.EXPORTED,
            kind = SubjectKind.AUDIT,
            detail = {"actor", "action", "subjectKind", "subject", "from", "to"})
    @Operation(hidden = true)
    @Produces(ListDownload.CSV)
    public Response download() {
        return download.respond(filter(ROWS_AT_ONCE), MediaType.valueOf(ListDownload.CSV));
    }

    /** What makes no sense is left out. */
    private AuditFilter filter(int limit) {
        return new AuditFilter(
                text("actor"),
                read("action", AuditAction::of),
                read("subjectKind", SubjectKind::of),
                text("subject"),
                read("from", text -> begin(LocalDate.parse(text))),
                read("to", text -> begin(LocalDate.parse(text).plusDays(1))),
                read("after", UUID::fromString),
                limit);
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(visit.reader().zone()).toInstant();
    }

    private @Nullable String text(String name) {
        var text = visit.parameter(name);
        return text.isEmpty() ? null : text;
    }

    private <T> @Nullable T read(String name, Function<String, T> reader) {
        try {
            var text = text(name);
            return text == null ? null : reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }
}
