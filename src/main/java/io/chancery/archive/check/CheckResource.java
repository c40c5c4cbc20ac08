package io.chancery.archive.check;

import io.chancery.archive.Evidence;
import io.chancery.archive.Evidence.CheckReport;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the archive is what it was. */
@Path("/api/v1/archive/checks")
@Tag(name = "Archive")
@Produces(MediaType.APPLICATION_JSON)
class CheckResource {

    private static final int LIMIT = 100;

    private final Evidence evidence;

    CheckResource(Evidence evidence) {
        this.evidence = evidence;
    }

    /** The reports of checks, the newest first. */
    record Page(List<CheckReport> items) {}

    @GET
    @RolesAllowed({"compliance", "admin"})
    @Operation(
            summary = "List what checks of the archive came to",
            description =
                    "Each night the whole log is walked through, and the rows of a thirtieth of it are read again.")
    public Page list(@QueryParam("limit") @DefaultValue("20") int limit) {
        if (limit < 1 || limit > LIMIT) {
            throw CheckException.limit(LIMIT);
        }
        return new Page(evidence.checks(limit));
    }

    @POST
    @RolesAllowed({"compliance", "admin"})
    @Audited(value = AuditAction.STARTED, kind = SubjectKind.ARCHIVE)
    @Operation(
            summary = "Check the whole archive now",
            description = "Reads every row, every document and every leaf again. The report appears in the list.")
    @APIResponse(responseCode = "202", description = "Begun")
    @APIResponse(responseCode = "409", description = "check-running")
    public Response begin() {
        evidence.check();
        return Response.accepted().build();
    }
}
