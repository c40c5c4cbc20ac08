package io.chancery.customer.steward;

import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Taking back what was decided. */
@Path("/api/v1/link-operations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
class UndoResource {

    private final Stewardship stewardship;
    private final SecurityIdentity caller;

    UndoResource(Stewardship stewardship, SecurityIdentity caller) {
        this.stewardship = stewardship;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{id}/undo")
    @RolesAllowed({"steward", "admin"})
    @Audited(value = AuditAction.UNDONE, kind = SubjectKind.LINK_OPERATION, subject = "id", detail = "/dryRun")
    @Operation(summary = "Takes a merge, a split or a decision back; customers come back under the ids they had")
    @APIResponse(responseCode = "409", description = "cannot-undo: it was taken back already, or cannot be")
    @APIResponse(responseCode = "422", description = "invalid-operation: each fault with its pointer")
    @RequestBody(content = @Content(schema = @Schema(implementation = Orders.Undo.class)))
    public OperationResult undo(@PathParam("id") UUID id, byte[] body) {
        var order = OrderBody.undo(body);
        return stewardship.undo(id, order, caller.getPrincipal().getName());
    }
}
