package io.chancery.message.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chancery.message.RunView;
import io.chancery.message.Runs;
import io.chancery.message.Runs.Act;
import io.chancery.message.Visibility;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.request.RequestBody;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is done with a run as a whole. What is so already stays so, and is no error. */
@Path("/api/v1/runs/{id}")
@Tag(name = "Runs")
@Produces(MediaType.APPLICATION_JSON)
class RunLifeResource {

    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final Runs runs;
    private final SecurityIdentity caller;

    RunLifeResource(Runs runs, SecurityIdentity caller) {
        this.runs = runs;
        this.caller = caller;
    }

    @POST
    @Path("check")
    @RolesAllowed({"system", "operator", "admin"})
    @Audited(value = AuditAction.CHANGED, kind = SubjectKind.RUN, subject = "id")
    @Operation(
            summary = "Try every line as if it were sent now, and send none",
            description =
                    "Against the version of the template that is live now; all lines are sent with this one. The run"
                            + " is checking, then ready; what is wrong with which line is in …/errors.")
    @APIResponse(responseCode = "409", description = "wrong-run-status")
    public RunView check(@PathParam("id") UUID id) {
        return act(id, Act.CHECK, NOTHING);
    }

    @POST
    @Path("start")
    @RolesAllowed({"system", "operator", "admin"})
    @Audited(value = AuditAction.STARTED, kind = SubjectKind.RUN, subject = "id")
    @Operation(
            summary = "Start a run that has been checked, now or at a time",
            description =
                    "Lines with faults keep it from starting, unless onFaults says that they are skipped. Every line is"
                            + " checked once more when its message is made.")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RunStart.class)))
    @APIResponse(
            responseCode = "409",
            description = "run-not-checked, run-has-faults, run-empty, template-changed, wrong-run-status")
    public RunView start(@PathParam("id") UUID id, byte[] body) {
        return act(
                id,
                Act.START,
                body.length == 0 ? NOTHING : RequestBody.read(body).json());
    }

    @POST
    @Path("pause")
    @RolesAllowed({"system", "operator", "admin"})
    @Audited(value = AuditAction.HELD, kind = SubjectKind.RUN, subject = "id")
    @Operation(
            summary = "Make no more messages of a run until it is resumed",
            description = "Those that were made, a few thousand at most, go their way.")
    @APIResponse(responseCode = "409", description = "wrong-run-status")
    public RunView pause(@PathParam("id") UUID id) {
        return act(id, Act.PAUSE, NOTHING);
    }

    @POST
    @Path("resume")
    @RolesAllowed({"system", "operator", "admin"})
    @Audited(value = AuditAction.RELEASED, kind = SubjectKind.RUN, subject = "id")
    @Operation(summary = "Go on with a run")
    @APIResponse(responseCode = "409", description = "wrong-run-status")
    public RunView resume(@PathParam("id") UUID id) {
        return act(id, Act.RESUME, NOTHING);
    }

    @POST
    @Path("cancel")
    @RolesAllowed({"system", "operator", "admin"})
    @Audited(value = AuditAction.CANCELLED, kind = SubjectKind.RUN, subject = "id")
    @Operation(
            summary = "Cancel a run",
            description =
                    "No more messages are made, and of those that were all are called off that have not been handed"
                            + " over; endedAt says when that is done.")
    @APIResponse(responseCode = "409", description = "wrong-run-status: it is completed")
    public RunView cancel(@PathParam("id") UUID id) {
        return act(id, Act.CANCEL, NOTHING);
    }

    @POST
    @Path("retry")
    @RolesAllowed({"system", "operator", "admin"})
    @Audited(value = AuditAction.STARTED, kind = SubjectKind.RUN, subject = "id")
    @Operation(
            summary = "Send anew what has failed, and only that",
            description = "Each such line gets a new message, and the old one stays linked in …/results.")
    @APIResponse(responseCode = "409", description = "nothing-to-retry, run-data-deleted, wrong-run-status")
    public RunView retry(@PathParam("id") UUID id) {
        return act(id, Act.RETRY, NOTHING);
    }

    private RunView act(UUID id, Act act, JsonNode how) {
        return runs.act(id, Visibility.of(caller), act, how);
    }
}
