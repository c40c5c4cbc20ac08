package io.chancery.customer.steward;

import io.chancery.customer.OperationResult;
import io.chancery.customer.StewardDesk;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A customer that is two. */
@Path("/api/v1/customers/{ucid}/split")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
class SplitResource {

    private final StewardDesk desk;
    private final SecurityIdentity caller;

    SplitResource(StewardDesk desk, SecurityIdentity caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"steward", "admin"})
    @Audited(value = AuditAction.SPLIT, kind = SubjectKind.CUSTOMER, subject = "ucid", detail = "/dryRun")
    @Operation(
            summary = "Takes records away from a customer",
            description = "The largest part keeps the UCID, the other gets a new one. A dry run changes nothing.")
    @APIResponse(responseCode = "409", description = "stale-version: the customer has changed since the person looked")
    @APIResponse(responseCode = "422", description = "invalid-operation: each fault with its pointer")
    @RequestBody(content = @Content(schema = @Schema(implementation = Orders.Split.class)))
    public OperationResult split(@PathParam("ucid") String ucid, byte[] body) {
        return desk.split(ucid, body, caller.getPrincipal().getName());
    }
}
