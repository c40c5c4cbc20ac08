package io.chancery.message.run;

import io.chancery.message.Runs;
import io.chancery.message.Visibility;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What has become of the lines of a run, as a file of any length. */
@Path("/api/v1/runs/{id}/results")
@Tag(name = "Runs")
class ResultResource {

    private final Runs runs;
    private final SecurityIdentity caller;

    ResultResource(Runs runs, SecurityIdentity caller) {
        this.runs = runs;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"system", "operator", "admin"})
    @Audited(value = AuditAction.EXPORTED, kind = SubjectKind.RUN, subject = "id", intake = true)
    @Operation(
            summary = "Download what has become of every line so far",
            description =
                    "Line, stage, message, reference, earlier (messages of the attempts before, which failed), and of a"
                            + " line with faults code, pointer and detail of the first.")
    public Response download(
            @PathParam("id") UUID id,
            @QueryParam("format") @DefaultValue("ndjson") @Parameter(description = "ndjson or csv") String format) {
        runs.get(id, Visibility.of(caller));
        boolean csv = format.equals("csv");
        if (!csv && !format.equals("ndjson")) {
            throw RunException.invalidQuery("format", "must be ndjson or csv");
        }
        StreamingOutput body = output -> runs.writeResults(id, csv, output);
        return Response.ok(body, csv ? "text/csv; charset=UTF-8" : "application/x-ndjson")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"run-" + id + "." + format + "\"")
                .build();
    }
}
