package io.chancery.web.compliance;

import io.chancery.archive.Keeping;
import io.chancery.archive.Keeping.DueCalendar;
import io.chancery.archive.Keeping.Expiry;
import io.chancery.archive.Keeping.Item;
import io.chancery.platform.ProblemException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.download.ListDownload;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The retention calendar, and proposals to delete what is due. */
@Path("/expiries")
@Produces(MediaType.TEXT_HTML)
class ExpiryPages {

    private static final int AT_ONCE = 20;
    private static final int ITEMS_AT_ONCE = 100;

    private final Keeping keeping;
    private final Visit visit;

    ExpiryPages(Keeping keeping, Visit visit) {
        this.keeping = keeping;
        this.visit = visit;
    }

    /** @param next null on the last page */
    record Expiries(List<Expiry> items, @Nullable UUID next) {

        /** Whether one has not come to its end, before which none is begun. */
        public boolean open() {
            return items.stream().anyMatch(expiry -> expiry.status().isOpen());
        }
    }

    /** @param next null on the last page */
    record Items(List<Item> items, @Nullable UUID next, boolean later) {}

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance list(Reader reader, DueCalendar calendar, Expiries expiries, Faults faults);

        static native TemplateInstance expiry(Reader reader, Expiry expiry, Items items, String done, Faults faults);
    }

    @GET
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.EXPIRY)
    @Operation(hidden = true)
    public Response list() {
        return show(Faults.NONE);
    }

    private Response show(Faults faults) {
        var after = visit.parameter("after");
        var items = keeping.expiries(after.isEmpty() ? null : UUID.fromString(after), AT_ONCE);
        var expiries = new Expiries(
                items, items.size() == AT_ONCE ? items.get(AT_ONCE - 1).id() : null);
        return visit.answer(Pages.list(visit.reader(), keeping.calendar(), expiries, faults), faults);
    }

    @POST
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.STARTED, kind = SubjectKind.EXPIRY)
    @Operation(hidden = true)
    public Response propose() {
        try {
            return Visit.leadTo("/expiries/" + keeping.propose(visit.caller()).id() + "?done=proposed");
        } catch (ProblemException e) {
            return show(Faults.of(e, visit.reader().language()));
        }
    }

    @GET
    @Path("{id}")
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.EXPIRY, subject = "id")
    @Operation(hidden = true)
    public Response get(@PathParam("id") UUID id) {
        return show(id, Faults.NONE);
    }

    private Response show(UUID id, Faults faults) {
        var expiry = keeping.expiry(id);
        var after = visit.parameter("after");
        var found = keeping.items(id, after.isEmpty() ? null : UUID.fromString(after), ITEMS_AT_ONCE);
        var next = found.size() == ITEMS_AT_ONCE ? found.get(ITEMS_AT_ONCE - 1).deliveryId() : null;
        var items = new Items(found, next, !after.isEmpty());
        return visit.answer(Pages.expiry(visit.reader(), expiry, items, visit.parameter("done"), faults), faults);
    }

    @POST
    @Path("{id}/approve")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.APPROVED, kind = SubjectKind.EXPIRY, subject = "id")
    @Operation(hidden = true)
    public Response approve(@PathParam("id") UUID id, @FormParam("reason") @Nullable String reason) {
        try {
            keeping.approve(id, Visit.order(said(reason)), visit.caller());
            return Visit.leadTo("/expiries/" + id + "?done=approved");
        } catch (ProblemException e) {
            return show(id, Faults.of(e, visit.reader().language()));
        }
    }

    @POST
    @Path("{id}/reject")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.REJECTED, kind = SubjectKind.EXPIRY, subject = "id")
    @Operation(hidden = true)
    public Response reject(@PathParam("id") UUID id, @FormParam("reason") @Nullable String reason) {
        try {
            keeping.reject(id, Visit.order(said(reason)), visit.caller());
            return Visit.leadTo("/expiries/" + id + "?done=rejected");
        } catch (ProblemException e) {
            return show(id, Faults.of(e, visit.reader().language()));
        }
    }

    private static Map<String, String> said(@Nullable String reason) {
        return reason == null ? Map.of() : Map.of("reason", reason);
    }

    @GET
    @Path("{id}/protocol")
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.EXPORTED, kind = SubjectKind.EXPIRY, subject = "id")
    @Operation(hidden = true)
    @Produces(ListDownload.CSV)
    public Response protocol(@PathParam("id") UUID id) {
        return keeping.protocol(id, MediaType.valueOf(ListDownload.CSV));
    }
}
