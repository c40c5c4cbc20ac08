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

/** Two customers that are one. */
@Path("/api/v1/customers/{ucid}/merge")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
class MergeResource {

    private final StewardDesk desk;
    private final SecurityIdentity caller;

    MergeResource(StewardDesk desk, SecurityIdentity caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"steward", "admin"})
    @Audited(
            value = AuditAction.MERGED,
            kind = SubjectKind.CUSTOMER,
            subject = "ucid",
            detail = {"/other", "/dryRun"})
    @Operation(
            summary = "Makes two customers one",
            description = "The older UCID survives, the other becomes its alias for ever. A dry run changes nothing.")
    @APIResponse(responseCode = "409", description = "stale-version: one of them has changed since the person looked")
    @APIResponse(responseCode = "422", description = "invalid-operation: each fault with its pointer")
    @RequestBody(content = @Content(schema = @Schema(implementation = Orders.Merge.class)))
    public OperationResult merge(@PathParam("ucid") String ucid, byte[] body) {
        return desk.merge(ucid, body, caller.getPrincipal().getName());
    }
}
