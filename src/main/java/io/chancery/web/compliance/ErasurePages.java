package io.chancery.web.compliance;

import io.chancery.archive.DataProtection;
import io.chancery.archive.DataProtection.ErasureReport;
import io.chancery.archive.DataProtection.ErasureView;
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
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The rights of a person: what is kept of them, handed out and erased. */
@Path("/customers/{ucid}/erasure")
@Produces(MediaType.TEXT_HTML)
class ErasurePages {

    private final DataProtection protection;
    private final Visit visit;

    ErasurePages(DataProtection protection, Visit visit) {
        this.protection = protection;
        this.visit = visit;
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance erasure(Reader reader, ErasureView view, ErasureReport report, Faults faults);
    }

    @GET
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.CUSTOMER, subject = "ucid")
    @Operation(hidden = true)
    public Response get(@PathParam("ucid") String ucid) {
        return show(ucid, Faults.NONE);
    }

    private Response show(String ucid, Faults faults) {
        var view = protection.erasure(ucid);
        return visit.answer(Pages.erasure(visit.reader(), view, protection.report(view), faults), faults);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("compliance")
    @Audited(value = AuditAction.STARTED, kind = SubjectKind.CUSTOMER, subject = "ucid")
    @Operation(hidden = true)
    public Response erase(@PathParam("ucid") String ucid, @FormParam("reason") @Nullable String reason) {
        try {
            protection.erase(ucid, Visit.order(reason == null ? Map.of() : Map.of("reason", reason)), visit.caller());
            return Visit.leadTo("/customers/" + ucid + "/erasure");
        } catch (ProblemException e) {
            return show(ucid, Faults.of(e, visit.reader().language()));
        }
    }
}
