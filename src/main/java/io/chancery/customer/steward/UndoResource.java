package io.chancery.customer.steward;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

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
    @Path("/{id}/undo")
    @RolesAllowed({"steward", "admin"})
    @Operation(summary = "Takes a merge, a split or a decision back; customers come back under the ids they had")
    @APIResponse(responseCode = "409", description = "cannot-undo: it was taken back already, or cannot be")
    public OperationResult undo(@PathParam("id") UUID id, Orders.@Nullable Undo order) {
        return stewardship.undo(
                id,
                order == null ? new Orders.Undo("", false) : order,
                caller.getPrincipal().getName());
    }
}
