package io.chancery.customer.steward;

import io.chancery.customer.UnknownCustomerException;
import io.chancery.vocabulary.Ucid;
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

/** Who is who, by hand: merging, splitting, and taking it back. */
@Path("/api/v1")
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
    @Path("/customers/{ucid}/merge")
    @RolesAllowed({"steward", "admin"})
    @Operation(
            summary = "Makes two customers one",
            description = "The older UCID survives, the other becomes its alias for ever. A dry run changes nothing.")
    @APIResponse(responseCode = "409", description = "stale-version: one of them has changed since the person looked")
    public OperationResult merge(@PathParam("ucid") String ucid, Orders.Merge order) {
        return stewardship.merge(parse(ucid), order, actor());
    }

    @POST
    @Path("/customers/{ucid}/split")
    @RolesAllowed({"steward", "admin"})
    @Operation(
            summary = "Takes records away from a customer",
            description = "The largest part keeps the UCID, the other gets a new one. A dry run changes nothing.")
    @APIResponse(responseCode = "409", description = "stale-version: the customer has changed since the person looked")
    public OperationResult split(@PathParam("ucid") String ucid, Orders.Split order) {
        return stewardship.split(parse(ucid), order, actor());
    }

    @POST
    @Path("/link-operations/{id}/undo")
    @RolesAllowed({"steward", "admin"})
    @Operation(summary = "Takes a merge, a split or a decision back; customers come back under the ids they had")
    @APIResponse(responseCode = "409", description = "cannot-undo: it was taken back already, or cannot be")
    public OperationResult undo(@PathParam("id") UUID id, Orders.@Nullable Undo order) {
        return stewardship.undo(id, order == null ? new Orders.Undo("", false) : order, actor());
    }

    private String actor() {
        return caller.getPrincipal().getName();
    }

    private static Ucid parse(String text) {
        try {
            return new Ucid(text);
        } catch (IllegalArgumentException e) {
            throw new UnknownCustomerException();
        }
    }
}
