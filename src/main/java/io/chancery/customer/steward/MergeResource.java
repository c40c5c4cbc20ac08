package io.chancery.customer.steward;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Two customers that are one. */
@Path("/api/v1/customers/{ucid}/merge")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
class MergeResource {

    private final Stewardship stewardship;
    private final SecurityIdentity caller;

    MergeResource(Stewardship stewardship, SecurityIdentity caller) {
        this.stewardship = stewardship;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({"steward", "admin"})
    @Operation(
            summary = "Makes two customers one",
            description = "The older UCID survives, the other becomes its alias for ever. A dry run changes nothing.")
    @APIResponse(responseCode = "409", description = "stale-version: one of them has changed since the person looked")
    public OperationResult merge(@PathParam("ucid") String ucid, Orders.Merge order) {
        return stewardship.merge(
                Orders.customer(ucid), order, caller.getPrincipal().getName());
    }
}
