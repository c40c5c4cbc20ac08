package io.chancery.message.hold.desk;

import io.chancery.message.HeldDeliveries;
import io.chancery.message.HeldDeliveries.StopOrder;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.request.RequestBody;
import io.chancery.platform.security.ApiClient;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What operators have stopped. */
@Path("/api/v1/stops")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Holds")
class StopResource {

    private final HeldDeliveries held;
    private final SecurityIdentity caller;

    StopResource(HeldDeliveries held, SecurityIdentity caller) {
        this.held = held;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"agent", "author", "approver", "compliance", "operator", "admin"})
    @Operation(summary = "The stops in force, oldest first")
    public List<StopOrder> list() {
        return held.stops();
    }

    @POST
    @RolesAllowed({"operator", "admin"})
    @Audited(
            value = AuditAction.HELD,
            kind = SubjectKind.STOP,
            detail = {"/template", "/channel"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Stops a template, on one channel or on all",
            description =
                    "Nothing of it goes out any more: what waits for a provider is taken back, what is accepted later is"
                            + " held. Only what is being handed over at this moment still goes.")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(
                                            value = "{\"template\": \"invoice\", \"channel\": \"email\","
                                                    + " \"note\": \"Wrong date of payment\"}")))
    @APIResponse(responseCode = "201", description = "Stopped")
    @APIResponse(responseCode = "409", description = "already-stopped")
    @APIResponse(responseCode = "422", description = "invalid-hold-order, with a pointer for each fault")
    public Response post(byte[] body) {
        var order =
                held.stop(RequestBody.read(body).json(), ApiClient.of(caller).name());
        return Response.created(URI.create("/api/v1/stops/" + order.id()))
                .entity(order)
                .build();
    }

    @POST
    @Path("{id}/lift")
    @RolesAllowed({"operator", "admin"})
    @Audited(value = AuditAction.RELEASED, kind = SubjectKind.STOP, subject = "id")
    @Operation(
            summary = "Lifts a stop, and releases what it held",
            description = "To send only a part, cancel the other part first (POST /holds/cancel).")
    @APIResponse(responseCode = "404", description = "unknown-stop")
    public HoldResource.Decided lift(@PathParam("id") UUID id) {
        return new HoldResource.Decided(held.lift(id, ApiClient.of(caller).name()));
    }
}
