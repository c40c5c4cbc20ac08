package io.chancery.web.compliance;

import io.chancery.archive.Keeping;
import io.chancery.archive.Keeping.LegalHold;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Legal holds: placed, looked at, released. */
@Path("/legal-holds")
@Produces(MediaType.TEXT_HTML)
class LegalHoldPages {

    private static final int AT_ONCE = 25;

    private final Keeping keeping;
    private final Visit visit;

    LegalHoldPages(Keeping keeping, Visit visit) {
        this.keeping = keeping;
        this.visit = visit;
    }

    /**
     * The list and the form beside it.
     *
     * @param next null on the last page
     */
    record Holds(
            List<LegalHold> items, boolean all, @Nullable UUID next, Map<String, String> filled, String done) {

        /** What stands in a field. */
        public String at(String field) {
            return filled.getOrDefault(field, "");
        }
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance list(Reader reader, Holds holds, Faults faults);

        static native TemplateInstance hold(Reader reader, LegalHold hold, String done, Faults faults);
    }

    @GET
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.LEGAL_HOLD)
    @Operation(hidden = true)
    public Response list() {
        var filled = new HashMap<String, String>();
        List.of("customer", "message", "query").forEach(name -> filled.put(name, visit.parameter(name)));
        return show(filled, Faults.NONE);
    }

    private Response show(Map<String, String> filled, Faults faults) {
        boolean all = visit.parameter("all").equals("true");
        var after = visit.parameter("after");
        var items = keeping.holds(!all, after.isEmpty() ? null : UUID.fromString(after), AT_ONCE);
        var next = items.size() == AT_ONCE ? items.get(AT_ONCE - 1).id() : null;
        var holds = new Holds(items, all, next, filled, visit.parameter("done"));
        return visit.answer(Pages.list(visit.reader(), holds, faults), faults);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.HELD, kind = SubjectKind.LEGAL_HOLD)
    @Operation(hidden = true)
    public Response hold(
            @FormParam("customer") @Nullable String customer,
            @FormParam("message") @Nullable String message,
            @FormParam("query") @Nullable String query,
            @FormParam("reason") @Nullable String reason) {
        var filled = new HashMap<String, String>();
        put(filled, "customer", customer);
        put(filled, "message", message);
        put(filled, "query", query);
        put(filled, "reason", reason);
        try {
            var hold = keeping.hold(Visit.order(filled), visit.caller());
            return Visit.leadTo("/legal-holds/" + hold.id() + "?done=held");
        } catch (ProblemException e) {
            return show(filled, Faults.of(e, visit.reader().language()));
        }
    }

    private static void put(Map<String, String> filled, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            filled.put(name, value);
        }
    }

    @GET
    @Path("{id}")
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.LEGAL_HOLD, subject = "id")
    @Operation(hidden = true)
    public Response get(@PathParam("id") UUID id) {
        return show(id, Faults.NONE);
    }

    private Response show(UUID id, Faults faults) {
        return visit.answer(Pages.hold(visit.reader(), keeping.hold(id), visit.parameter("done"), faults), faults);
    }

    @POST
    @Path("{id}/release")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.RELEASED, kind = SubjectKind.LEGAL_HOLD, subject = "id")
    @Operation(hidden = true)
    public Response release(@PathParam("id") UUID id, @FormParam("reason") @Nullable String reason) {
        try {
            var filled = new HashMap<String, String>();
            put(filled, "reason", reason);
            keeping.release(id, Visit.order(filled), visit.caller());
            return Visit.leadTo("/legal-holds/" + id + "?done=released");
        } catch (ProblemException e) {
            return show(id, Faults.of(e, visit.reader().language()));
        }
    }
}
