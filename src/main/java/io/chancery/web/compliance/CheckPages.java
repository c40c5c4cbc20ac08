package io.chancery.web.compliance;

import io.chancery.archive.Evidence;
import io.chancery.archive.Evidence.CheckReport;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whether the archive is what it was: checks, and what they came to. */
@Path("/checks")
@Produces(MediaType.TEXT_HTML)
class CheckPages {

    private static final int AT_ONCE = 30;

    private final Evidence evidence;
    private final Visit visit;

    CheckPages(Evidence evidence, Visit visit) {
        this.evidence = evidence;
        this.visit = visit;
    }

    @CheckedTemplate
    static final class Pages {

        private Pages() {}

        static native TemplateInstance list(Reader reader, List<CheckReport> reports, boolean checking, Faults faults);
    }

    @GET
    @RolesAllowed({"compliance", "admin"})
    @Operation(hidden = true)
    public Response list() {
        return show(Faults.NONE);
    }

    private Response show(Faults faults) {
        return visit.answer(
                Pages.list(visit.reader(), evidence.checks(AT_ONCE), evidence.isChecking(), faults), faults);
    }

    @POST
    @RolesAllowed({"compliance", "admin"})
    @Audited(value = AuditAction.STARTED, kind = SubjectKind.ARCHIVE)
    @Operation(hidden = true)
    public Response begin() {
        try {
            evidence.check();
            return Visit.leadTo("/checks");
        } catch (ProblemException e) {
            return show(Faults.of(e, visit.reader().language()));
        }
    }
}
