package io.chancery.platform.security;

import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.platform.request.BodyFields;
import io.chancery.platform.security.ApiClients.Registered;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who may call, each person and each system with a key of its own and no more roles than needed. */
@Path("/api/v1/api-clients")
@Tag(name = "API clients")
@RolesAllowed("admin")
class ApiClientResource {

    private final ApiClientDesk desk;
    private final SecurityIdentity caller;

    ApiClientResource(ApiClientDesk desk, SecurityIdentity caller) {
        this.desk = desk;
        this.caller = caller;
    }

    record ClientList(List<Registered> items) {}

    @GET
    @RolesAllowed("admin")
    @Audited(value = AuditAction.VIEWED, kind = SubjectKind.API_CLIENT)
    @Operation(summary = "Every API client there ever was; keys are kept nowhere")
    public ClientList list() {
        return new ClientList(desk.list());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("admin")
    @Audited(
            value = AuditAction.KEY_CREATED,
            kind = SubjectKind.API_CLIENT,
            subject = "/name",
            detail = {"/kind", "/roles"})
    @Operation(
            summary = "Makes an API client; the answer shows its key, once",
            description = "With \"kind\": \"test\" nothing is ever sent that the client asks for: statuses are"
                    + " simulated, and documents say that they are a test.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(value = "{\"name\": \"anna.approver\", \"roles\": [\"approver\"]}")))
    @APIResponse(responseCode = "201", description = "Made")
    @APIResponse(responseCode = "409", description = "client-exists")
    @APIResponse(responseCode = "422", description = "invalid-client: each fault with its pointer")
    public Response create(byte[] body) {
        return Response.status(Response.Status.CREATED)
                .entity(desk.create(BodyFields.read(body)))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("/{name}/revoke")
    @RolesAllowed("admin")
    @Audited(value = AuditAction.KEY_REVOKED, kind = SubjectKind.API_CLIENT, subject = "name")
    @Operation(summary = "Makes a key worthless, on every node within 30 seconds")
    @APIResponse(responseCode = "204", description = "Revoked")
    @APIResponse(responseCode = "404", description = "unknown-client")
    @APIResponse(responseCode = "409", description = "own-key: the caller's own key")
    public void revoke(@PathParam("name") String name) {
        desk.revoke(name, caller);
    }
}
