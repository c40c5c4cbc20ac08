package io.chancery.web.compliance;

import io.chancery.archive.Evidence;
import io.chancery.archive.Evidence.ExportView;
import io.chancery.platform.ProblemException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.web.Reader;
import io.chancery.web.form.Faults;
import io.chancery.web.form.Visit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Exports of evidence: asked for, followed, downloaded. */
@Path("/exports")
@Produces(MediaType.TEXT_HTML)
class ExportPages {

    private static final int AT_ONCE = 25;

    private final Evidence evidence;
    private final Visit visit;

    ExportPages(Evidence evidence, Visit visit) {
        this.evidence = evidence;
        this.visit = visit;
    }

    /**
     * The list and the form beside it.
     *
     * @param next null on the last page
     */
    record Exports(List<ExportView> items, @Nullable UUID next, Map<String, String> filled, String done) {

        /** What stands in a field. */
        public String at(String field) {
            return filled.getOrDefault(field, "");
        }

        /** Whether one is still being made, so that the list is worth looking at again. */
        public boolean underWay() {
            return items.stream().anyMatch(ExportView::underWay);
        }
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance list(Reader reader, Exports exports, Faults faults);
    }

    @GET
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.EXPORT)
    @Operation(hidden = true)
    public Response list() {
        var filled = new HashMap<String, String>();
        List.of("message", "from", "to", "query").forEach(name -> filled.put(name, visit.parameter(name)));
        return show(filled, Faults.NONE);
    }

    private Response show(Map<String, String> filled, Faults faults) {
        var after = visit.parameter("after");
        var items = evidence.exports(visit.caller(), after.isEmpty() ? null : UUID.fromString(after), AT_ONCE);
        var next = items.size() == AT_ONCE ? items.get(AT_ONCE - 1).id() : null;
        var exports = new Exports(items, next, filled, visit.parameter("done"));
        return visit.answer(Pages.list(visit.reader(), exports, faults), faults);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.CREATED, kind = SubjectKind.EXPORT)
    @Operation(hidden = true)
    public Response order(
            @FormParam("message") @Nullable String message,
            @FormParam("from") @Nullable String from,
            @FormParam("to") @Nullable String to,
            @FormParam("query") @Nullable String query) {
        var filled = new HashMap<String, String>();
        put(filled, "message", message);
        put(filled, "from", from);
        put(filled, "to", to);
        put(filled, "query", query);
        try {
            evidence.order(Visit.order(filled), visit.caller());
            return Visit.leadTo("/exports?done=ordered");
        } catch (ProblemException e) {
            return show(filled, Faults.of(e, visit.reader().language()));
        }
    }

    private static void put(Map<String, String> filled, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            filled.put(name, value);
        }
    }
}
