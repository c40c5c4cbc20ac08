package io.chancery.customer.steward;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.customer.OperationResult;
import io.chancery.customer.StewardDesk;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Taking back what was decided. */
@Path("/api/v1/link-operations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
class UndoResource {

    private static final int MAX_LIMIT = 200;

    private final StewardDesk desk;
    private final SecurityIdentity caller;

    UndoResource(StewardDesk desk, SecurityIdentity caller) {
        this.desk = desk;
        this.caller = caller;
    }

    /**
     * A part of what was done, newest first.
     *
     * @param next for the parameter {@code next} of the following part; missing at the end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Acts(List<StewardDesk.Act> items, @Nullable UUID next) {}

    @GET
    @RolesAllowed({"steward", "compliance", "admin"})
    @Audited(value = AuditAction.SEARCHED, kind = SubjectKind.LINK_OPERATION)
    @Operation(summary = "Merges, splits, decisions and what was taken back, newest first")
    @APIResponse(responseCode = "422", description = "invalid-operation: a limit is from 1 to 200")
    public Acts list(@QueryParam("next") @Nullable UUID next, @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw StewardException.invalid("/limit", "A limit is from 1 to " + MAX_LIMIT);
        }
        var items = desk.acts(next, limit);
        return new Acts(
                items, items.size() < limit ? null : items.get(limit - 1).id());
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
        return desk.undo(id, body, caller.getPrincipal().getName());
    }
}
